package org.doudi.server.benefits;

/** What belongs to letting a run go, beside its transfers: the money that was set aside fits them, and the bank file is sealed. */
public interface RunSeal {
    /** Seals a run within the transaction that lets it go; what it throws undoes that. */
    void seal(Run run);
}
