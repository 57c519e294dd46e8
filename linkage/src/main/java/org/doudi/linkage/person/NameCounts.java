package org.doudi.linkage.person;

import java.io.Serializable;
import org.doudi.linkage.block.RowRanges;

/** How common each name is in the lists at hand: agreeing on a rare name says more. */
public final class NameCounts implements Serializable {
    /** Bounds between rare, uncommon, common and very common, as shares of all rows. */
    private static final double[] BOUNDS = {2e-5, 2e-4, 2e-3};

    private static final int LEVELS = BOUNDS.length + 1;
    /** Names of more rows than this are counted in every so manieth row only. */
    private static final int SAMPLE = 1_000_000;

    private final int total;
    private final int[] counts;
    private final int[] bound = new int[BOUNDS.length];
    private long named;

    /** No name was counted yet of so many rows. */
    public NameCounts(int total) {
        this.total = total;
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(512, total / stride(total)));
        counts = new int[1 << bits];
    }

    /** Of so many rows, every so manieth is counted: those whose number it divides. */
    public static int stride(int total) {
        return Math.max(1, total / SAMPLE);
    }

    /** The hash of the name of a row; 0 where it has none. */
    public static int hash(PersonRows rows, int row) {
        return PersonRows.nameHash(rows.word(row, 7));
    }

    /** Counts a name by its hash. */
    public void add(int hash) {
        if (hash != 0) {
            counts[hash & (counts.length - 1)]++;
            named++;
        }
    }

    /** All that are to be counted were. */
    public void close() {
        for (int i = 0; i < bound.length; i++) {
            bound[i] = (int) Math.max(1, Math.ceil(BOUNDS[i] * named));
        }
    }

    /** Counts the names of all rows and writes into each row how common its name is. */
    static Agreement of(PersonRows rows, RowRanges ranges) {
        NameCounts names = new NameCounts(ranges.total());
        int stride = stride(ranges.total());
        for (int row = 0; row < ranges.end(); row += stride) {
            if (ranges.isRow(row)) {
                names.add(hash(rows, row));
            }
        }
        names.close();
        long[] sums = new long[LEVELS];
        names.write(rows, 0, ranges.left(), sums);
        names.write(rows, ranges.rightBase(), ranges.end(), sums);
        return names.agreement(sums);
    }

    /** Room for what {@link #write} adds up. */
    public static long[] sums() {
        return new long[LEVELS];
    }

    /** Writes into the rows {@code [from, to)} how common their names are, and adds up the counts by level. */
    public void write(PersonRows rows, int from, int to, long[] sums) {
        for (int row = from; row < to; row++) {
            int count = counts[hash(rows, row) & (counts.length - 1)];
            int level = levelOf(count);
            rows.nameLevel(row, level);
            sums[level] += count;
        }
    }

    private int levelOf(int count) {
        int level = 0;
        while (level < bound.length && count > bound[level]) {
            level++;
        }
        return level;
    }

    /** How often two random people agree on a name, from the sums over all rows. */
    public Agreement agreement(long[] sums) {
        double[] agreement = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            agreement[level] = sums[level] / (double) Math.max(1, named) / Math.max(1, total);
        }
        return new Agreement(agreement);
    }

    /** How often two random people agree on a name of each level. */
    public static final class Agreement {
        private final double[] byLevel;

        private Agreement(double[] byLevel) {
            this.byLevel = byLevel;
        }

        double of(int level) {
            return byLevel[level - PersonComparison.NAME_SAME_RARE];
        }
    }
}
