package org.doudi.server.reverification;

/** How often a household is looked at; the message {@code reverification.category.<category>}. */
public enum Category {
    /** Nobody can work: little changes. */
    A,
    /** Somebody can work in part. */
    B,
    /** Somebody can work: what comes in goes up and down. */
    C
}
