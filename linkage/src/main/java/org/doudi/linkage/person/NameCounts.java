package org.doudi.linkage.person;

import org.doudi.linkage.block.RowRanges;

/** How common each name is in the lists at hand: agreeing on a rare name says more. */
final class NameCounts {
    /** Bounds between rare, uncommon, common and very common, as shares of all rows. */
    private static final double[] BOUNDS = {2e-5, 2e-4, 2e-3};

    private static final int LEVELS = BOUNDS.length + 1;
    /** Names of more rows than this are counted in every so manieth row only. */
    private static final int SAMPLE = 1_000_000;

    private final int[] counts;
    private final int[] bound = new int[BOUNDS.length];
    private final double[] agreement = new double[LEVELS];

    /** Counts the names of all rows and writes into each row how common its name is. */
    NameCounts(PersonRows rows, RowRanges ranges) {
        int stride = Math.max(1, ranges.total() / SAMPLE);
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(512, ranges.total() / stride));
        counts = new int[1 << bits];
        long named = 0;
        for (int row = 0; row < ranges.end(); row += stride) {
            int hash = ranges.isRow(row) ? PersonRows.nameHash(rows.word(row, 7)) : 0;
            if (hash != 0) {
                counts[hash & (counts.length - 1)]++;
                named++;
            }
        }
        for (int i = 0; i < bound.length; i++) {
            bound[i] = (int) Math.max(1, Math.ceil(BOUNDS[i] * named));
        }
        double all = Math.max(1, named);
        double[] sums = new double[LEVELS];
        for (int row = 0; row < ranges.end(); row++) {
            if (ranges.isRow(row)) {
                int count = counts[PersonRows.nameHash(rows.word(row, 7)) & (counts.length - 1)];
                int level = levelOf(count);
                rows.nameLevel(row, level);
                sums[level] += count / all;
            }
        }
        for (int level = 0; level < LEVELS; level++) {
            agreement[level] = sums[level] / Math.max(1, ranges.total());
        }
    }

    private int levelOf(int count) {
        int level = 0;
        while (level < bound.length && count > bound[level]) {
            level++;
        }
        return level;
    }

    /** How often two random people agree on a name of this level. */
    double agreement(int level) {
        return agreement[level - PersonComparison.NAME_SAME_RARE];
    }
}
