package org.doudi.linkage.person;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.doudi.linkage.block.RowRanges;

/**
 * Values that are typed where the true one is not known: one telephone number for a whole township, 1 January 1900, one id number for
 * many. A value that far too many rows share is taken as not known.
 */
public final class Placeholders implements Serializable {
    private static final int SAMPLE = 1_000_000;
    private static final int SLOTS = 1 << 20;
    /** More rows than a household has, and than a shop's telephone serves. */
    private static final int MANY = 40;

    private static final int DAYS_OF_BIRTH = 25_000;
    private static final int TIMES_THE_AVERAGE = 20;

    /** What may hold a placeholder, in the order in which they are blanked. */
    public enum Field {
        /** The telephone number. */
        PHONE {
            @Override
            public long value(PersonRows rows, int row) {
                return rows.word(row, 5);
            }

            @Override
            void blank(PersonRows rows, int row) {
                rows.blankPhone(row);
            }
        },
        /** The birth date; before the id number is blanked, which may tell it. */
        BIRTH {
            @Override
            public long value(PersonRows rows, int row) {
                return PersonRows.birth(rows.word(row, 1));
            }

            @Override
            void blank(PersonRows rows, int row) {
                rows.blankBirth(row);
            }

            @Override
            int many(int total) {
                return Math.max(MANY, TIMES_THE_AVERAGE * (total / stride(total)) / DAYS_OF_BIRTH);
            }
        },
        /** The id number. */
        ID_NUMBER {
            @Override
            public long value(PersonRows rows, int row) {
                return PersonRows.body(rows.word(row, 0));
            }

            @Override
            void blank(PersonRows rows, int row) {
                rows.blankId(row);
            }
        };

        /** The value of a row; 0 where there is none. */
        public abstract long value(PersonRows rows, int row);

        abstract void blank(PersonRows rows, int row);

        int many(int total) {
            return MANY;
        }
    }

    private final Map<Field, Set<Long>> shared = new EnumMap<>(Field.class);

    /** Of so many rows, every so manieth is looked at: those whose number it divides. */
    public static int stride(int total) {
        return Math.max(1, total / SAMPLE);
    }

    /**
     * Finds the placeholders.
     *
     * @param total number of all rows
     * @param sampled by field, the values of the rows that are looked at; 0 where a row has none
     */
    public static Placeholders among(int total, Map<Field, long[]> sampled) {
        Placeholders found = new Placeholders();
        sampled.forEach((field, values) -> found.shared.put(field, shared(values, field.many(total))));
        return found;
    }

    /** Blanks the placeholders of all rows. */
    static void blank(PersonRows rows, RowRanges ranges) {
        Map<Field, long[]> sampled = new EnumMap<>(Field.class);
        int stride = stride(ranges.total());
        for (Field field : Field.values()) {
            long[] values = new long[(ranges.end() + stride - 1) / stride];
            for (int row = 0; row < ranges.end(); row += stride) {
                values[row / stride] = ranges.isRow(row) ? field.value(rows, row) : 0;
            }
            sampled.put(field, values);
        }
        Placeholders found = among(ranges.total(), sampled);
        found.blankIn(rows, 0, ranges.left());
        found.blankIn(rows, ranges.rightBase(), ranges.end());
    }

    /** Blanks the placeholders of the rows {@code [from, to)}. */
    public void blankIn(PersonRows rows, int from, int to) {
        shared.forEach((field, values) -> {
            for (int row = from; row < to && !values.isEmpty(); row++) {
                if (values.contains(field.value(rows, row))) {
                    field.blank(rows, row);
                }
            }
        });
    }

    /** The values that are shared by many of the sample. */
    private static Set<Long> shared(long[] values, int many) {
        int[] counts = new int[SLOTS];
        for (long v : values) {
            if (v != 0) {
                counts[slot(v)]++;
            }
        }
        Map<Long, Integer> shared = new HashMap<>();
        for (long v : values) {
            if (v != 0 && counts[slot(v)] >= many) {
                shared.merge(v, 1, Integer::sum);
            }
        }
        shared.values().removeIf(count -> count < many);
        return Set.copyOf(shared.keySet());
    }

    private static int slot(long value) {
        return (int) (Hash.mix(value) & (SLOTS - 1));
    }
}
