package org.doudi.server.benefits;

/** Why an awarded amount is not paid for now; the message {@code benefits.hold.<reason>}. */
public enum HoldReason {
    /** The yearly look at the family is overdue. */
    REVERIFY,
    /** Nobody of the family can be reached. */
    UNREACHABLE,
    /** A fact is being looked into. */
    FACT_IN_DOUBT,
    /** The bank sent the money back. */
    ACCOUNT_IN_DOUBT,
    /** The payee died, and the new one is not known yet. */
    PAYEE_DIED
}
