package org.doudi.server.registry;

/** What schooling a person finished. */
public enum Education {
    NONE,
    PRIMARY,
    JUNIOR,
    SENIOR,
    COLLEGE
}
