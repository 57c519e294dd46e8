package org.doudi.server.registry;

/** What can happen to a household. */
public enum ChangeKind {
    BIRTH,
    MARRIAGE,
    ADOPTION,
    DEATH,
    MOVE,
    NEW_HEAD,
    SPLIT,
    MERGE,
    /** Kinship between two persons becomes known. */
    KIN,
    /** Two records turned out to be one person. */
    SAME_PERSON,
    /** An earlier change was wrong, and what held before it holds again. */
    CORRECTION
}
