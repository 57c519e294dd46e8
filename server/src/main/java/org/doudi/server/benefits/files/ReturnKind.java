package org.doudi.server.benefits.files;

/** What kinds of files come back from a bank. */
public enum ReturnKind {
    /** {@code pain.002.001.10} */
    STATUS_REPORT,
    /** {@code camt.053.001.08} */
    STATEMENT,
    CSV,
    WORKBOOK
}
