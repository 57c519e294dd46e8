package org.doudi.cluster.link;

import java.util.Arrays;

/** Longs, as many as come. */
final class Longs {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    /** Adds two rows. */
    void addPair(int a, int b) {
        add(a);
        add(b);
    }

    int size() {
        return size;
    }

    long get(int i) {
        return values[i];
    }

    /** In rising order, each value once. */
    Longs distinct() {
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
        return this;
    }

    long[] array() {
        return Arrays.copyOf(values, size);
    }
}
