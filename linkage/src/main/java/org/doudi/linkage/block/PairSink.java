package org.doudi.linkage.block;

/** Receives the pairs of rows that share a key. */
@FunctionalInterface
public interface PairSink {
    /** Two different rows, in no certain order, with the tags of their pass. */
    void pair(int a, int b, long tagA, long tagB);
}
