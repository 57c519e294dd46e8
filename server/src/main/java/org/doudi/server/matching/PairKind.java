package org.doudi.server.matching;

/** What a doubtful pair is made of. */
public enum PairKind {
    /** A row of a department's list and somebody of the registry. */
    LIST,
    /** Two records of the registry. */
    TWICE
}
