package org.doudi.linkage.person;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.doudi.linkage.block.BlockJoin;
import org.doudi.linkage.block.RowRanges;

/**
 * Two departments may name the same village differently: one by code, one by name, one inside an address. People whose id numbers and
 * names agree show which names belong together; the right list then takes the left list's.
 */
public final class VillageAlignment {
    /** So many rows of the right list are looked at first. */
    public static final int FIRST_LOOK = 20_000;

    private VillageAlignment() {}

    /** The village of a row; 0 where it is not known. */
    public static long village(PersonRows rows, int row) {
        return rows.word(row, 4);
    }

    /** Rewrites the villages of the right list where the two lists name them differently. */
    static void align(PersonRows rows, RowRanges ranges, BlockJoin join) {
        if (ranges.right() == 0 || !differs(rows, ranges)) {
            return;
        }
        VillageVotes votes = new VillageVotes();
        join.run(PersonKeys.ID_NUMBER.over(rows), p -> (a, b, tagA, tagB) -> {
            if (ranges.isRight(a) != ranges.isRight(b)) {
                synchronized (votes) {
                    votes.witness(rows, Math.min(a, b), Math.max(a, b));
                }
            }
        });
        rewrite(rows, ranges.rightBase(), ranges.end(), votes.decide());
    }

    private static boolean differs(PersonRows rows, RowRanges ranges) {
        Set<Long> left = new HashSet<>();
        for (int row = 0; row < ranges.left(); row++) {
            left.add(village(rows, row));
        }
        left.remove(0L);
        long[] first = new long[Math.min(ranges.right(), FIRST_LOOK)];
        for (int i = 0; i < first.length; i++) {
            first[i] = village(rows, ranges.rightBase() + i);
        }
        return differ(left, first);
    }

    /**
     * A look at the first rows: whether the right list names villages that the left list never names.
     *
     * @param left villages that the left list names; those that are among {@code first} are enough, if it names any others that one too
     * @param first the villages of the first {@link #FIRST_LOOK} rows of the right list
     */
    public static boolean differ(Set<Long> left, long[] first) {
        long known = Arrays.stream(first).filter(v -> v != 0).count();
        long met = Arrays.stream(first).filter(left::contains).count();
        return known > 0 && met < VillageVotes.ALIKE * known && !left.isEmpty();
    }

    /** Gives the rows {@code [from, to)} the left list's names of their villages. */
    public static void rewrite(PersonRows rows, int from, int to, Map<Long, Long> leftName) {
        for (int row = from; row < to && !leftName.isEmpty(); row++) {
            Long name = leftName.get(village(rows, row));
            if (name != null) {
                rows.village(row, name);
            }
        }
    }
}
