package org.doudi.server.reverification;

/** What the visit found; the message {@code reverification.finding.<finding>}. */
public enum Finding {
    UNCHANGED,
    CHANGED
}
