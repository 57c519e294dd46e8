package org.doudi.linkage.person;

import org.doudi.linkage.block.RowRanges;

/** How common each name is in the lists at hand: agreeing on a rare name says more. */
final class NameCounts {
    /** Bounds between rare, uncommon, common and very common, as shares of all rows. */
    private static final double[] BOUNDS = {2e-5, 2e-4, 2e-3};

    private static final int LEVELS = BOUNDS.length + 1;
    private static final int MOST_BITS = 23;

    private final int[] counts;
    private final int[] bound = new int[BOUNDS.length];
    private final double[] agreement = new double[LEVELS];

    /** Counts the names of all rows and writes into each row how common its name is. */
    NameCounts(PersonRows rows, RowRanges ranges) {
        int bits = Math.min(MOST_BITS, 33 - Integer.numberOfLeadingZeros(Math.max(512, ranges.total())));
        counts = new int[1 << bits];
        long named = 0;
        for (int row = 0; row < ranges.end(); row++) {
            if (ranges.isRow(row)) {
                int hash = PersonRows.nameHash(rows.word(row, 7));
                if (hash != 0) {
                    counts[hash & (counts.length - 1)]++;
                    named++;
                }
            }
        }
        for (int i = 0; i < bound.length; i++) {
            bound[i] = (int) Math.max(1, Math.ceil(BOUNDS[i] * named));
        }
        double all = Math.max(1, named);
        for (int row = 0; row < ranges.end(); row++) {
            if (ranges.isRow(row)) {
                int count = counts[PersonRows.nameHash(rows.word(row, 7)) & (counts.length - 1)];
                int level = levelOf(count);
                rows.nameLevel(row, level);
                agreement[level] += count / all / all;
            }
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
