package org.doudi.server.exchange;

/** How a row differs from the delivery before. */
public enum RowChange {
    ADDED,
    CHANGED,
    SAME,
    GONE
}
