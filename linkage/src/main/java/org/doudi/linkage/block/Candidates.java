package org.doudi.linkage.block;

import java.util.Arrays;

/** Pairs of rows with the pattern of what agrees between them; grows as needed. */
public final class Candidates {
    private int[] a = new int[16];
    private int[] b = new int[16];
    private int[] pattern = new int[16];
    private int size;

    /** Adds a pair. */
    public void add(int rowA, int rowB, int pairPattern) {
        if (size == a.length) {
            grow(size + (size >> 1));
        }
        a[size] = rowA;
        b[size] = rowB;
        pattern[size++] = pairPattern;
    }

    /** Adds all pairs of another set. */
    public void addAll(Candidates other) {
        if (size + other.size > a.length) {
            grow(Math.max(size + other.size, size + (size >> 1)));
        }
        System.arraycopy(other.a, 0, a, size, other.size);
        System.arraycopy(other.b, 0, b, size, other.size);
        System.arraycopy(other.pattern, 0, pattern, size, other.size);
        size += other.size;
    }

    private void grow(int length) {
        a = Arrays.copyOf(a, length);
        b = Arrays.copyOf(b, length);
        pattern = Arrays.copyOf(pattern, length);
    }

    /** Number of pairs. */
    public int size() {
        return size;
    }

    /** The row with the lower number. */
    public int a(int i) {
        return a[i];
    }

    /** The row with the higher number. */
    public int b(int i) {
        return b[i];
    }

    /** The pattern of a pair. */
    public int pattern(int i) {
        return pattern[i];
    }
}
