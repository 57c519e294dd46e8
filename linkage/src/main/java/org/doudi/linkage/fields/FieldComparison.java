package org.doudi.linkage.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.PatternSpace;

/** Sees what agrees between two records, field by field. */
final class FieldComparison implements Comparison {
    /** Bounds between rare, uncommon and common, as shares of the rows. */
    private static final double[] BOUNDS = {5e-4, 5e-3};

    private static final double NEARLY_SAME_NAME = 0.94;
    private static final double ALIKE_NAME = 0.85;
    private static final double NEARLY_SAME_TEXT = 0.95;
    private static final double ALIKE_TEXT = 0.88;

    private final Records records;
    private final List<Schema.Field> fields;
    private final PatternSpace space;
    private final int[] known;
    private final List<Map<Long, Integer>> seen = new ArrayList<>();

    FieldComparison(Records records) {
        this.records = records;
        this.fields = records.schema().fields();
        List<PatternSpace.Field> compared = new ArrayList<>();
        known = new int[fields.size()];
        for (int f = 0; f < fields.size(); f++) {
            Schema.Field field = fields.get(f);
            compared.add(new PatternSpace.Field(field.column(), field.kind().levels()));
            known[f] = Math.max(1, records.known(f));
            seen.add(new ConcurrentHashMap<>());
        }
        space = new PatternSpace(compared);
    }

    PatternSpace space() {
        return space;
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
        int valueA = records.value(f, a);
        int valueB = records.value(f, b);
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
    int sameLevel(int f, int value) {
        if (fields.get(f).kind().sameLevels() == 1) {
            return 1;
        }
        int count = records.leftCount(f, value) + (records.ranges().right() == 0 ? 0 : records.rightCount(f, value));
        int level = 1;
        for (double bound : BOUNDS) {
            level += count > Math.max(2, bound * known[f]) ? 1 : 0;
        }
        return level;
    }

    private boolean inAnotherField(int f, int value, int row) {
        for (int other = 0; other < fields.size(); other++) {
            if (other != f && records.sameDictionary(f, other) && records.value(other, row) == value) {
                return true;
            }
        }
        return false;
    }

    private int different(int f, int valueA, int valueB) {
        long key = (long) Math.min(valueA, valueB) << 32 | Math.max(valueA, valueB);
        Integer before = seen.get(f).get(key);
        if (before == null) {
            before = compare(fields.get(f).kind(), records.text(f, valueA), records.text(f, valueB));
            seen.get(f).put(key, before);
        }
        return before;
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
