package org.doudi.policy;

/** What rule H says about the poverty register. */
public enum RegisterOutcome {
    /** Poor by income or by a guarantee that is lacking. */
    POOR,
    /** Not poor. */
    NOT_POOR
}
