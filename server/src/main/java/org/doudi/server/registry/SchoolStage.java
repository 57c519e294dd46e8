package org.doudi.server.registry;

/** Which school a person attends. */
public enum SchoolStage {
    PRESCHOOL,
    PRIMARY,
    JUNIOR,
    VOCATIONAL,
    SENIOR,
    COLLEGE
}
