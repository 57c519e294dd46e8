package org.doudi.linkage.score;

/** On what a match rests. */
public enum Tier {
    /** Identifiers equal after cleaning. */
    EXACT,
    /** An identifier equal after undoing one typing error, confirmed by other fields. */
    REPAIRED,
    /** Other fields agree beyond the match threshold. */
    PROBABLE
}
