package org.doudi.linkage.score;

/** Sees what agrees between two rows. */
@FunctionalInterface
public interface Comparison {
    /** The pattern between two rows; the order of the two does not matter. */
    int pattern(int a, int b);
}
