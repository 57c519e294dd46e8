package org.doudi.linkage.fields;

/**
 * Remembers what the comparison of two values came to, as long as no other comparison takes its place: the memory is small, and what is
 * forgotten is compared again. Each place is one long, so that threads may share it.
 */
final class Remembered {
    private static final int BITS = 15;
    private static final int LEVEL_BITS = 4;

    private final long[] places = new long[1 << BITS];

    /** Tells which two values are meant, whichever comes first. */
    static long pair(int a, int b) {
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        // each step can be undone, so that no two pairs become one
        key *= 0x9E3779B97F4A7C15L;
        return key ^ key >>> 32;
    }

    /** What a pair came to; 0 if that is not remembered. */
    int of(long pair) {
        long found = places[(int) pair & (places.length - 1)];
        return found >>> LEVEL_BITS == pair >>> BITS ? (int) found & (1 << LEVEL_BITS) - 1 : 0;
    }

    /** Remembers what a pair came to, 1 to 15. */
    void put(long pair, int level) {
        places[(int) pair & (places.length - 1)] = pair >>> BITS << LEVEL_BITS | level;
    }
}
