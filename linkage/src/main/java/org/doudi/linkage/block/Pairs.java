package org.doudi.linkage.block;

/** Looks at the pairs that a pass brings, each pair once, whatever number of passes brings it. */
public interface Pairs {
    /** An earlier pass has brought the pair. */
    int BROUGHT_BEFORE = -1;

    /** The pattern between two rows that the pass has brought together, or {@link #BROUGHT_BEFORE}. */
    int pattern(int a, int b, long tagA, long tagB);

    /** Whether a pattern could come to anything. */
    boolean hopeful(int pattern);
}
