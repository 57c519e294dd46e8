package org.doudi.server.matching;

/** On what a person decides a pair. */
public enum Basis {
    /** Both records, compared. */
    RECORDS,
    /** An identity card or household booklet that was seen. */
    PAPERS,
    /** What the village said. */
    VILLAGE,
    /** What the person or the family said. */
    PERSON
}
