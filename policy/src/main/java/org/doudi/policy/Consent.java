package org.doudi.policy;

/** Whether the household agreed to have its economic situation checked (clause 2.4-3). */
public enum Consent {
    /** Agreed. */
    GIVEN,
    /** Did not agree. */
    REFUSED
}
