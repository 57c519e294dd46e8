package org.doudi.linkage.person;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** What people whose id numbers and names agree say of the villages: which name in the right list is which in the left. */
public final class VillageVotes implements Serializable {
    /** Below this share of agreement the two lists do not speak of villages alike. */
    static final double ALIKE = 0.5;

    private static final int FEWEST_WITNESSES = 5;

    private final Map<Long, Map<Long, Integer>> votes = new HashMap<>();
    private long agreeing;
    private long witnesses;

    /** A left row and a right row that share an id number; they speak if their names agree too and both know their village. */
    public void witness(PersonRows rows, int left, int right) {
        long villageLeft = VillageAlignment.village(rows, left);
        long villageRight = VillageAlignment.village(rows, right);
        boolean sameName = PersonRows.soundHash(rows.word(left, 7)) == PersonRows.soundHash(rows.word(right, 7));
        if (sameName && villageLeft != 0 && villageRight != 0) {
            witnesses++;
            agreeing += villageLeft == villageRight ? 1 : 0;
            votes.computeIfAbsent(villageRight, v -> new HashMap<>()).merge(villageLeft, 1, Integer::sum);
        }
    }

    /** Adds the votes of others; the order does not matter. */
    public VillageVotes with(VillageVotes other) {
        witnesses += other.witnesses;
        agreeing += other.agreeing;
        other.votes.forEach((right, byLeft) -> {
            Map<Long, Integer> mine = votes.computeIfAbsent(right, v -> new HashMap<>());
            byLeft.forEach((left, n) -> mine.merge(left, n, Integer::sum));
        });
        return this;
    }

    /** For right villages, what the left list calls them; empty where the lists speak of villages alike or too few speak. */
    public Map<Long, Long> decide() {
        Map<Long, Long> leftName = new HashMap<>();
        if (witnesses < FEWEST_WITNESSES || agreeing >= ALIKE * witnesses) {
            return leftName;
        }
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
        return leftName;
    }
}
