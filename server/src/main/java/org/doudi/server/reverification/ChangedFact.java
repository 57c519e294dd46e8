package org.doudi.server.reverification;

/** What changed in a family; the message {@code reverification.change.<change>}. */
public enum ChangedFact {
    MEMBERS,
    INCOME,
    ASSETS,
    HEALTH,
    JOB,
    MOVED,
    OTHER
}
