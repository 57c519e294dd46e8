package org.doudi.server.matching;

/** What a person says of a pair. */
public enum Decision {
    /** One person. */
    SAME,
    /** Two people. */
    DIFFERENT,
    /** One person, whose number on the list is wrong. */
    WRONG_NUMBER
}
