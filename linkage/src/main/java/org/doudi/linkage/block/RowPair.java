package org.doudi.linkage.block;

/** Receives two rows. */
@FunctionalInterface
public interface RowPair {
    /** A left row and a right row; two rows of the one list when there is only one. */
    void rows(int a, int b);
}
