package org.doudi.policy;

/** What rule F says about dibao. */
public enum DibaoOutcome {
    /** The means test is passed. */
    ELIGIBLE,
    /** The standard is passed, but the household keeps dibao for a while (clause 2.2-7). */
    GRADUAL_EXIT,
    /** Neither. */
    NOT_ELIGIBLE,
    /** The household did not agree to the check (clause 2.4-3). */
    REFUSED
}
