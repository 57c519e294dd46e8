package org.doudi.linkage.table;

/**
 * Receives a list and keeps its rows packed.
 *
 * @param <R> what the rows become
 */
public interface ListTaker<R> extends RowHandler {
    /** What was read, but for the rows. */
    ReadList list();

    /** The rows. */
    R rows();
}
