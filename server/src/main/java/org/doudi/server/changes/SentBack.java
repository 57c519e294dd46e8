package org.doudi.server.changes;

/** Why a report is not accepted; the message {@code changes.back.<reason>}. */
public enum SentBack {
    /** The proof is missing or does not prove it. */
    NOT_PROVEN,
    /** Looked into, it is not so. */
    NOT_SO,
    WRONG_PERSON,
    WRONG_DAY,
    /** It is recorded already. */
    KNOWN_ALREADY
}
