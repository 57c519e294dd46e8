package org.doudi.server.quality;

/** Where a finding stands. */
public enum FindingState {
    /** To be mended. */
    OPEN,
    /** A person said that the rule is wrong here; it opens again when the figures change. */
    FALSE_ALARM,
    /** The rule finds it no longer. */
    CLOSED
}
