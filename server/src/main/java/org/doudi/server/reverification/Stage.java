package org.doudi.server.reverification;

/** How far it is; the message {@code reverification.stage.<stage>}. */
public enum Stage {
    /** The visit is to be made. */
    PLANNED,
    /** The visit was made, and a person must look. */
    TO_CONFIRM,
    DONE
}
