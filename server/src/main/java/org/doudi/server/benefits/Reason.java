package org.doudi.server.benefits;

/** Why an award begins, changes or ends. */
public enum Reason {
    /** A case was decided. */
    DECISION,
    /** A decision was withdrawn. */
    WITHDRAWN,
    /** A fact turned out different. */
    FACT,
    /** A new standard. */
    STANDARD,
    /** Prices rose, and the price subsidy started. */
    PRICE_INDEX,
    /** The family was lifted out, and dibao goes on for a time only (clause 2.2-7). */
    GRADUAL_EXIT,
    DEATH,
    MOVE,
    /** Taken over from the roll of before. */
    OPENING
}
