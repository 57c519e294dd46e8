package org.doudi.server.matching;

/** Where a gap stands. */
public enum GapState {
    /** Found, and nobody has taken it. */
    OPEN,
    /** Somebody works on it. */
    IN_WORK,
    /** A person said why it stays; it ends by itself when rules and rolls agree. */
    SETTLED,
    /** Rules and rolls agree again. */
    CLOSED
}
