package org.doudi.cli.reconcile;

/** What can be wrong with the data of a list. */
enum Problem {
    ID_MISSING,
    ID_FIFTEEN,
    ID_WRONG,
    ID_FORMAT,
    NAME_DIFFERS,
    DUPLICATE,
    NOT_A_MEMBER,
    IN_DOUBT,
    NO_DISABILITY_IN_FACTS,
    NO_CERTIFICATE,
    POOR_AND_LIFTED,
    UNUSABLE
}
