package org.doudi.server.changes;

/** How somebody's health changed; the message {@code changes.illness.<illness>}. */
public enum Illness {
    SERIOUS,
    BEDRIDDEN,
    WELL
}
