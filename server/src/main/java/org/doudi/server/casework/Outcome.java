package org.doudi.server.casework;

/** The three outcomes of a benefit. */
public enum Outcome {
    GRANTED,
    REFUSED,
    PERSON_MUST_LOOK
}
