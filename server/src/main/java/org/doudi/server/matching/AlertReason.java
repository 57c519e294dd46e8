package org.doudi.server.matching;

/** Why a household that was lifted out is watched; the message {@code matching.alert.reason.<reason>}. */
public enum AlertReason {
    /** Income near the poverty line. */
    INCOME,
    /** Self-paid cost of illness that takes a large share of income. */
    MEDICAL,
    /** The same for what disasters of the last year took. */
    DISASTER,
    /** Somebody had work and has none since. */
    JOB_LOST
}
