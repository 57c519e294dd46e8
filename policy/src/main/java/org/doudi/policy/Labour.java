package org.doudi.policy;

/** A member's capacity for work as the disability or labour assessment found it. */
public enum Labour {
    /** Can work in full. */
    FULL,
    /** Can work in part. */
    PARTIAL,
    /** Cannot work. */
    NONE
}
