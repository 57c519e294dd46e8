package org.doudi.server.registry;

/** What can happen to a household. */
public enum ChangeKind {
    BIRTH,
    MARRIAGE,
    ADOPTION,
    DEATH,
    /** Somebody serves a sentence and is not counted while that lasts. */
    DEPARTURE,
    /** Who had departed is back and is counted again. */
    RETURN,
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
