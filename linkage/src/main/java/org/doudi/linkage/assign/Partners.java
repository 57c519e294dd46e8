package org.doudi.linkage.assign;

import java.util.Arrays;

/** The partner of each cluster and the pattern it was matched by, side by side in memory. */
final class Partners {
    static final int NONE = -1;
    /** A cluster that had a partner and lost it to doubt. */
    static final int HELD = -2;

    private final long[] slots;

    Partners(int rows) {
        slots = new long[rows];
        Arrays.fill(slots, slot(NONE, 0));
    }

    private static long slot(int partner, int pattern) {
        return (long) pattern << 32 | (partner & 0xFFFF_FFFFL);
    }

    int of(int cluster) {
        return (int) slots[cluster];
    }

    int pattern(int cluster) {
        return (int) (slots[cluster] >>> 32);
    }

    boolean free(int cluster) {
        return of(cluster) == NONE;
    }

    void set(int cluster, int partner, int pattern) {
        slots[cluster] = slot(partner, pattern);
    }

    void hold(int cluster) {
        slots[cluster] = slot(HELD, 0);
    }
}
