package org.doudi.linkage.person;

import java.util.HashMap;
import java.util.Map;
import org.doudi.linkage.block.BlockJoin;
import org.doudi.linkage.block.RowRanges;

/**
 * Two departments may name the same village differently: one by code, one by name, one inside an address. People whose id numbers and
 * names agree show which names belong together; the right list then takes the left list's.
 */
final class VillageAlignment {
    /** Below this share of agreement the two lists do not speak of villages alike. */
    private static final double ALIKE = 0.5;

    private static final int FEWEST_WITNESSES = 5;

    private final PersonRows rows;
    private final RowRanges ranges;
    private final Map<Long, Map<Long, Integer>> votes = new HashMap<>();
    private long agreeing;
    private long witnesses;

    private VillageAlignment(PersonRows rows, RowRanges ranges) {
        this.rows = rows;
        this.ranges = ranges;
    }

    /** Rewrites the villages of the right list where the two lists name them differently. */
    static void align(PersonRows rows, RowRanges ranges, BlockJoin join) {
        if (ranges.right() == 0 || !differs(rows, ranges)) {
            return;
        }
        VillageAlignment alignment = new VillageAlignment(rows, ranges);
        join.run(PersonKeys.ID_NUMBER.over(rows), p -> (a, b, tagA, tagB) -> alignment.witness(a, b));
        alignment.rewrite();
    }

    /** A look at the first rows: villages of the one list that the other never names. */
    private static boolean differs(PersonRows rows, RowRanges ranges) {
        Map<Long, Boolean> left = new HashMap<>();
        for (int row = 0; row < ranges.left(); row++) {
            left.put(rows.word(row, 4), true);
        }
        left.remove(0L);
        int known = 0;
        int met = 0;
        int end = ranges.rightBase() + Math.min(ranges.right(), 20_000);
        for (int row = ranges.rightBase(); row < end; row++) {
            long village = rows.word(row, 4);
            known += village != 0 ? 1 : 0;
            met += left.containsKey(village) ? 1 : 0;
        }
        return known > 0 && met < ALIKE * known && !left.isEmpty();
    }

    private synchronized void witness(int a, int b) {
        int left = Math.min(a, b);
        int right = Math.max(a, b);
        long villageLeft = rows.word(left, 4);
        long villageRight = rows.word(right, 4);
        boolean across = ranges.isRight(left) != ranges.isRight(right);
        boolean sameName = PersonRows.soundHash(rows.word(left, 7)) == PersonRows.soundHash(rows.word(right, 7));
        if (across && sameName && villageLeft != 0 && villageRight != 0) {
            witnesses++;
            agreeing += villageLeft == villageRight ? 1 : 0;
            votes.computeIfAbsent(villageRight, v -> new HashMap<>()).merge(villageLeft, 1, Integer::sum);
        }
    }

    private void rewrite() {
        if (witnesses < FEWEST_WITNESSES || agreeing >= ALIKE * witnesses) {
            return;
        }
        Map<Long, Long> leftName = new HashMap<>();
        votes.forEach((right, byLeft) -> {
            int all = 0;
            long best = 0;
            int most = 0;
            for (Map.Entry<Long, Integer> vote : byLeft.entrySet()) {
                all += vote.getValue();
                boolean more = vote.getValue() > most || (vote.getValue() == most && vote.getKey() < best);
                best = more ? vote.getKey() : best;
                most = Math.max(most, vote.getValue());
            }
            if (most * 2 > all) {
                leftName.put(right, best);
            }
        });
        for (int row = ranges.rightBase(); row < ranges.end(); row++) {
            Long name = leftName.get(rows.word(row, 4));
            if (name != null) {
                rows.village(row, name);
            }
        }
    }
}
