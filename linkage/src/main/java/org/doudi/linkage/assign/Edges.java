package org.doudi.linkage.assign;

import java.util.BitSet;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.score.Weights;

/** Candidates in the order in which they are to be believed: heaviest first, then as they came. */
final class Edges {
    private static final int BUCKETS = 1 << 14;
    private static final double LOWEST = -80;

    private Edges() {}

    /** The numbers of the candidates that are wanted, in order. */
    static int[] ordered(Candidates candidates, Weights weights, BitSet wanted) {
        int[] starts = new int[BUCKETS + 1];
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            starts[bucket(weights.of(candidates.pattern(i))) + 1]++;
        }
        for (int bucket = 1; bucket <= BUCKETS; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        int[] order = new int[starts[BUCKETS]];
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            order[starts[bucket(weights.of(candidates.pattern(i)))]++] = i;
        }
        return order;
    }

    /** Hundredths of a bit, from the heaviest down. */
    private static int bucket(double weight) {
        int fromTop = BUCKETS - 1 - (int) Math.round((weight - LOWEST) * 100);
        return Math.max(0, Math.min(BUCKETS - 1, fromTop));
    }
}
