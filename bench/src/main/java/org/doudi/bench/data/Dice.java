package org.doudi.bench.data;

/** SplitMix64: a small random source whose numbers no library update can change. */
public final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        state = seed;
    }

    /** A source of its own for one place in the data, whatever was drawn elsewhere. */
    public static Dice at(long seed, long place, long index) {
        return new Dice(mix(seed * STEP + place) ^ mix(index + STEP));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long next() {
        state += STEP;
        return mix(state);
    }

    /** A whole number from 0 up to but without the bound. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A whole number from low to high, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    public boolean chance(double probability) {
        return (next() >>> 11) * 0x1.0p-53 < probability;
    }

    /** An index that prefers the front of a list, as common names do. */
    public int skewed(int bound) {
        double u = (next() >>> 11) * 0x1.0p-53;
        return (int) (bound * u * u);
    }
}
