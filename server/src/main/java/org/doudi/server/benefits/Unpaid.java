package org.doudi.server.benefits;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is entitled to money of a month and does not have it on the way, and why.
 *
 * @param head the household's head
 * @param person whom the aid is for on an aid of persons, else null
 * @param fen what is owed for the month; 0 where nobody awarded it
 * @param detail the reason of a hold, or the bank's code; else empty
 */
public record Unpaid(
        long household,
        String number,
        String head,
        String village,
        Aid aid,
        @Nullable String person,
        long fen,
        Why why,
        String detail) {
    /** Where it stops, the first that holds; the message {@code benefits.why.<why>}. */
    public enum Why {
        /** On the roll, and nothing is awarded. */
        NOT_AWARDED,
        HELD,
        /** The bank did not pay, or it came back. */
        REJECTED,
        NO_ACCOUNT,
        /** The month was not let go yet. */
        WAITS_FOR_RUN
    }
}
