package org.doudi.server.registry;

/** Why a person attends no school. */
public enum Absence {
    ILLNESS,
    DISABILITY,
    POVERTY,
    UNWILLING,
    WORK,
    FINISHED,
    OTHER
}
