package org.doudi.linkage.person;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.doudi.linkage.block.RowRanges;

/**
 * Values that are typed where the true one is not known: one telephone number for a whole township, 1 January 1900, one id number for
 * many. A value that far too many rows share is taken as not known.
 */
final class Placeholders {
    private static final int SAMPLE = 1_000_000;
    private static final int SLOTS = 1 << 20;
    /** More rows than a household has, and than a shop's telephone serves. */
    private static final int MANY = 40;

    private static final int DAYS_OF_BIRTH = 25_000;
    private static final int TIMES_THE_AVERAGE = 20;

    private final RowRanges ranges;
    private final int stride;

    private Placeholders(RowRanges ranges) {
        this.ranges = ranges;
        this.stride = Math.max(1, ranges.total() / SAMPLE);
    }

    /** Blanks the placeholders of all rows. */
    static void blank(PersonRows rows, RowRanges ranges) {
        Placeholders placeholders = new Placeholders(ranges);
        int manyDays = Math.max(MANY, TIMES_THE_AVERAGE * (ranges.total() / placeholders.stride) / DAYS_OF_BIRTH);
        placeholders.blank(row -> rows.word((int) row, 5), MANY, rows::blankPhone);
        placeholders.blank(row -> PersonRows.birth(rows.word((int) row, 1)), manyDays, rows::blankBirth);
        placeholders.blank(row -> PersonRows.body(rows.word((int) row, 0)), MANY, rows::blankId);
    }

    @FunctionalInterface
    private interface Blanking {
        void blank(int row);
    }

    private void blank(LongUnaryOperator value, int many, Blanking blanking) {
        Map<Long, Integer> shared = shared(value, many);
        shared.values().removeIf(count -> count < many);
        if (shared.isEmpty()) {
            return;
        }
        for (int row = 0; row < ranges.end(); row++) {
            if (ranges.isRow(row) && shared.containsKey(value.applyAsLong(row))) {
                blanking.blank(row);
            }
        }
    }

    /** The values that may be shared by many, counted exactly within the sample. */
    private Map<Long, Integer> shared(LongUnaryOperator value, int many) {
        int[] counts = new int[SLOTS];
        for (int row = 0; row < ranges.end(); row += stride) {
            long v = ranges.isRow(row) ? value.applyAsLong(row) : 0;
            if (v != 0) {
                counts[slot(v)]++;
            }
        }
        Map<Long, Integer> shared = new HashMap<>();
        for (int row = 0; row < ranges.end(); row += stride) {
            long v = ranges.isRow(row) ? value.applyAsLong(row) : 0;
            if (v != 0 && counts[slot(v)] >= many) {
                shared.merge(v, 1, Integer::sum);
            }
        }
        return shared;
    }

    private static int slot(long value) {
        return (int) (Hash.mix(value) & (SLOTS - 1));
    }
}
