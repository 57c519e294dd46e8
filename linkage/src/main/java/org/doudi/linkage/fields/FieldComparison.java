package org.doudi.linkage.fields;

import java.util.ArrayList;
import java.util.List;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.PatternSpace;

/** Sees what agrees between two records, field by field. */
public final class FieldComparison implements Comparison {
    private static final double NEARLY_SAME_NAME = 0.94;
    private static final double ALIKE_NAME = 0.85;
    private static final double NEARLY_SAME_TEXT = 0.95;
    private static final double ALIKE_TEXT = 0.88;

    private final FieldRows rows;
    private final CommonValues common;
    private final List<Schema.Field> fields;
    private final PatternSpace space;
    private final List<Remembered> remembered = new ArrayList<>();
    private final byte[][] sameLevels;

    /** Compares these rows, all of which must be there already, knowing which values are common in the lists. */
    public FieldComparison(FieldRows rows, CommonValues common) {
        this.rows = rows;
        this.common = common;
        this.fields = rows.schema().fields();
        this.space = rows.schema().space();
        this.sameLevels = new byte[fields.size()][];
        for (int f = 0; f < fields.size(); f++) {
            remembered.add(new Remembered());
            sameLevels[f] = new byte[fields.get(f).kind().sameLevels() == 1 ? 0 : rows.values(f)];
        }
    }

    @Override
    public int pattern(int a, int b) {
        int pattern = 0;
        for (int f = 0; f < fields.size(); f++) {
            pattern += space.part(f, level(f, a, b));
        }
        return pattern;
    }

    private int level(int f, int a, int b) {
        int valueA = rows.value(f, a);
        int valueB = rows.value(f, b);
        if (valueA == 0 || valueB == 0) {
            return 0;
        }
        if (valueA == valueB) {
            return sameLevel(f, valueA);
        }
        int level = different(f, valueA, valueB);
        boolean elsewhere = level > 4
                && switch (fields.get(f).kind()) {
                    case NAME, TEXT -> inAnotherField(f, valueA, b) || inAnotherField(f, valueB, a);
                    default -> false;
                };
        return elsewhere ? fields.get(f).kind().levels().size() - 2 : level;
    }

    /** The level of agreement on a value, by how common it is. */
    private int sameLevel(int f, int value) {
        byte[] known = sameLevels[f];
        if (known.length == 0) {
            return 1;
        }
        if (known[value] == 0) {
            known[value] = (byte) common.level(f, rows.hash(f, value));
        }
        return known[value];
    }

    private boolean inAnotherField(int f, int value, int row) {
        for (int other = 0; other < fields.size(); other++) {
            if (other != f && rows.sameDictionary(f, other) && rows.value(other, row) == value) {
                return true;
            }
        }
        return false;
    }

    private int different(int f, int valueA, int valueB) {
        long pair = Remembered.pair(valueA, valueB);
        int before = remembered.get(f).of(pair);
        if (before > 0) {
            return before;
        }
        FieldKind kind = fields.get(f).kind();
        String a = rows.text(f, valueA);
        String b = rows.text(f, valueB);
        // which row is the left one must not matter, nor which pair of rows came first
        int level = a.compareTo(b) < 0 ? compare(kind, a, b) : compare(kind, b, a);
        remembered.get(f).put(pair, level);
        return level;
    }

    private static int compare(FieldKind kind, String a, String b) {
        return switch (kind) {
            case IDENTIFIER -> 1 + Math.min(3, Likeness.errors(a, b, 2));
            case DATE -> date(a, b);
            case CODE -> Likeness.errors(a, b, 1) == 1 ? 4 : 5;
            case CATEGORY -> 2;
            case NAME -> name(a, b);
            case TEXT -> text(a, b);
        };
    }

    private static int date(String a, String b) {
        int errors = Likeness.errors(a, b, 2);
        if (errors == 1) {
            return 2;
        }
        if (a.length() == 8 && b.length() == 8) {
            int equal = (a.startsWith(b.substring(0, 4)) ? 1 : 0)
                    + (a.substring(4, 6).equals(b.substring(4, 6)) ? 1 : 0)
                    + (a.endsWith(b.substring(6)) ? 1 : 0);
            boolean swapped =
                    a.startsWith(b.substring(0, 4)) && a.substring(4).equals(b.substring(6) + b.substring(4, 6));
            if (equal == 2 || swapped) {
                return 3;
            }
        }
        return errors == 2 ? 4 : 5;
    }

    private static int name(String a, String b) {
        int errors = Likeness.errors(a, b, 2);
        double likeness = Likeness.jaroWinkler(a, b);
        int shorter = Math.min(a.length(), b.length());
        if ((errors == 1 && shorter > 2) || likeness >= NEARLY_SAME_NAME) {
            return 4;
        }
        if (likeness >= ALIKE_NAME || (errors == 2 && shorter > 4)) {
            return 5;
        }
        return a.startsWith(b) || b.startsWith(a) || (shorter > 2 && (a.contains(b) || b.contains(a))) ? 6 : 8;
    }

    private static int text(String a, String b) {
        int errors = Likeness.errors(a, b, 2);
        double likeness = Likeness.jaroWinkler(a, b);
        if ((errors <= 2 && Math.min(a.length(), b.length()) > 5) || likeness >= NEARLY_SAME_TEXT) {
            return 4;
        }
        double shared = Likeness.sharedWords(a, b);
        if (shared > 0.99 || likeness >= ALIKE_TEXT) {
            return 5;
        }
        return shared >= 0.5 ? 6 : 8;
    }
}
