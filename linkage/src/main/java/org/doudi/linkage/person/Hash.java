package org.doudi.linkage.person;

/** A good mixing of 64 bits: every bit of the input moves every bit of the output. */
final class Hash {
    private Hash() {}

    static long mix(long x) {
        long z = x + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Combines a hash with one more value; order matters. */
    static long with(long hash, long value) {
        return mix(hash ^ value * 0xD6E8FEB86659FD93L);
    }

    /** The upper half of a hash, never 0. */
    static int knownHalf(long hash) {
        int half = (int) (hash >>> 32);
        return half == 0 ? 1 : half;
    }

    /** Never 0, which stands for "unknown". */
    static long known(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
