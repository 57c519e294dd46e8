package org.doudi.linkage.output;

import java.util.BitSet;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.block.Candidates;

/** Finds what comes nearest to the rows that have no partner. */
public final class Nearest {
    private Nearest() {}

    /** For each row without a partner its heaviest candidate across the lists, as its number plus one; 0 where it has none. */
    public static int[] of(Linkage linkage) {
        int[] nearest = new int[linkage.ranges().end()];
        BitSet unmatched = new BitSet(nearest.length);
        for (int row = 0; row < nearest.length; row++) {
            unmatched.set(row, !linkage.assignment().matched(row));
        }
        Candidates candidates = linkage.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            int a = candidates.a(i);
            int b = candidates.b(i);
            boolean wanted = unmatched.get(a) || unmatched.get(b);
            if (wanted && linkage.ranges().isRight(a) != linkage.ranges().isRight(b)) {
                keepHeavier(linkage, nearest, a, i);
                keepHeavier(linkage, nearest, b, i);
            }
        }
        return nearest;
    }

    private static void keepHeavier(Linkage linkage, int[] nearest, int row, int candidate) {
        int before = nearest[row] - 1;
        if (before < 0 || weight(linkage, candidate) > weight(linkage, before)) {
            nearest[row] = candidate + 1;
        }
    }

    private static double weight(Linkage linkage, int candidate) {
        return linkage.weights().of(linkage.candidates().pattern(candidate));
    }
}
