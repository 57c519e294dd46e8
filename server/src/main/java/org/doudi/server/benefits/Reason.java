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
    DEATH,
    MOVE,
    /** Taken over from the roll of before. */
    OPENING
}
