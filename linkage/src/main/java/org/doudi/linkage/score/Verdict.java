package org.doudi.linkage.score;

/** What a pattern with its probability amounts to. */
public enum Verdict {
    /** One person: may be written as a match. */
    MATCH,
    /** A person must look. */
    REVIEW,
    /** Not one person, as far as the lists tell. */
    NONE
}
