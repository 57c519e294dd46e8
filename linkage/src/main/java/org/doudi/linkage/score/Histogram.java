package org.doudi.linkage.score;

import java.io.Serializable;
import java.util.Arrays;

/** How often each pattern was seen; open addressing, so that it serves few patterns of a large space. */
public final class Histogram implements Serializable {
    private int[] patterns = new int[1024];
    private long[] counts = new long[1024];
    private int used;

    /** Makes an empty histogram. */
    public Histogram() {
        Arrays.fill(patterns, -1);
    }

    /** Counts a pattern. */
    public void add(int pattern, long times) {
        int mask = patterns.length - 1;
        int slot = ((pattern * 0x9E3779B9) >>> 7) & mask;
        while (patterns[slot] != pattern) {
            if (patterns[slot] < 0) {
                if (used * 2 >= patterns.length) {
                    grow();
                    add(pattern, times);
                    return;
                }
                patterns[slot] = pattern;
                used++;
                break;
            }
            slot = (slot + 1) & mask;
        }
        counts[slot] += times;
    }

    private void grow() {
        int[] oldPatterns = patterns;
        long[] oldCounts = counts;
        patterns = new int[oldPatterns.length * 2];
        counts = new long[oldPatterns.length * 2];
        Arrays.fill(patterns, -1);
        used = 0;
        for (int i = 0; i < oldPatterns.length; i++) {
            if (oldPatterns[i] >= 0) {
                add(oldPatterns[i], oldCounts[i]);
            }
        }
    }

    /** Adds all that another histogram counted. */
    public void addAll(Histogram other) {
        for (int i = 0; i < other.patterns.length; i++) {
            if (other.patterns[i] >= 0) {
                add(other.patterns[i], other.counts[i]);
            }
        }
    }

    /** The patterns seen, in rising order. */
    public int[] patterns() {
        return Arrays.stream(patterns).filter(p -> p >= 0).sorted().toArray();
    }

    /** How often a pattern was seen. */
    public long count(int pattern) {
        int mask = patterns.length - 1;
        int slot = ((pattern * 0x9E3779B9) >>> 7) & mask;
        while (patterns[slot] != pattern) {
            if (patterns[slot] < 0) {
                return 0;
            }
            slot = (slot + 1) & mask;
        }
        return counts[slot];
    }
}
