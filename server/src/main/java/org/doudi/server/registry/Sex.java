package org.doudi.server.registry;

/** As the id card says. */
public enum Sex {
    MALE,
    FEMALE
}
