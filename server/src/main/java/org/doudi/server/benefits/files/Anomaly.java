package org.doudi.server.benefits.files;

import org.jspecify.annotations.Nullable;

/**
 * Something for the fund inspection to look into (clause 3.3-3). It accuses nobody: a person looks.
 *
 * @param number the household's number, or null where the registry is not seen
 * @param person whom it is about, or null
 * @param run the run that paid, or null
 * @param fen the money that it is about
 * @param detail how many, which month, which reference; no personal data
 */
public record Anomaly(
        Code code,
        long household,
        @Nullable String number,
        @Nullable Long person,
        @Nullable Long run,
        long fen,
        String detail) {
    /** What is odd. */
    public enum Code {
        /** One account gets the money of several households. */
        SHARED_ACCOUNT,
        /** The payee was dead before the day of payment. */
        DEAD_PAYEE,
        /** Dibao or tekun was paid for a month in which the household, or the person, was on no such roll. */
        OFF_THE_ROLL,
        /** A line has money for its month and no award that stood then. */
        NO_AWARD,
        /** A person is in two households that were paid the same aid for the same month. */
        DOUBLED_PERSON,
        /** A transfer moved another amount than its line has. */
        OTHER_AMOUNT,
        /** Money was paid and came back. */
        ROUND_TRIP
    }
}
