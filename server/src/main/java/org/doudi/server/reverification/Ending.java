package org.doudi.server.reverification;

/** How it ended; the message {@code reverification.ending.<ending>}. */
public enum Ending {
    /** Unchanged and assessed the same. */
    CLOSED_BY_MACHINE,
    /** A second person confirmed that it stays. */
    CONFIRMED,
    /** A case decides. */
    CASE,
    /** The household is on no roll any more. */
    OFF_ROLL
}
