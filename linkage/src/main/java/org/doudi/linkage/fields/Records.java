package org.doudi.linkage.fields;

import java.util.List;
import org.doudi.linkage.block.RowRanges;
import org.jspecify.annotations.Nullable;

/** The records of one list or two in one numbering, and how often each value stands in a list. */
final class Records {
    private final Schema schema;
    private final List<Values> dictionaries;
    private final FieldList left;
    private final @Nullable FieldList right;
    private final RowRanges ranges;
    private final int[][] leftCounts;
    private final int[][] rightCounts;

    Records(Schema schema, List<Values> dictionaries, FieldList left, @Nullable FieldList right) {
        this.schema = schema;
        this.dictionaries = dictionaries;
        this.left = left;
        this.right = right;
        int leftSize = left.list().size();
        this.ranges = right == null
                ? RowRanges.single(leftSize)
                : new RowRanges(leftSize, leftSize, right.list().size());
        this.leftCounts = counts(left);
        this.rightCounts = right == null ? leftCounts : counts(right);
    }

    private int[][] counts(FieldList list) {
        int[][] counts = new int[schema.fields().size()][];
        for (int f = 0; f < counts.length; f++) {
            counts[f] = new int[dictionaries.get(f).size()];
            for (int row = 0; row < list.list().size(); row++) {
                counts[f][list.value(f, row)]++;
            }
            counts[f][0] = 0;
        }
        return counts;
    }

    Schema schema() {
        return schema;
    }

    RowRanges ranges() {
        return ranges;
    }

    int value(int field, int row) {
        FieldList other = right;
        return other != null && row >= ranges.rightBase()
                ? other.value(field, row - ranges.rightBase())
                : left.value(field, row);
    }

    String text(int field, int value) {
        return dictionaries.get(field).text(value);
    }

    /** Whether the values of two fields are numbered alike. */
    boolean sameDictionary(int field, int other) {
        return dictionaries.get(field) == dictionaries.get(other);
    }

    int values(int field) {
        return leftCounts[field].length;
    }

    int leftCount(int field, int value) {
        return leftCounts[field][value];
    }

    int rightCount(int field, int value) {
        return rightCounts[field][value];
    }

    /** Pairs of rows that share the value of a field. */
    double sharing(int field) {
        double pairs = 0;
        for (int value = 1; value < values(field); value++) {
            double l = leftCounts[field][value];
            pairs += right == null ? l * (l - 1) / 2 : l * rightCounts[field][value];
        }
        return pairs;
    }

    /** All pairs of rows. */
    double pairs() {
        double l = ranges.left();
        return right == null ? Math.max(1, l * (l - 1) / 2) : Math.max(1, l * ranges.right());
    }

    /** Rows of both lists that have a value in a field. */
    int known(int field) {
        int known = 0;
        for (int value = 1; value < values(field); value++) {
            known += leftCounts[field][value] + (right == null ? 0 : rightCounts[field][value]);
        }
        return known;
    }
}
