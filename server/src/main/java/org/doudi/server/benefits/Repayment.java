package org.doudi.server.benefits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that a household paid back itself.
 *
 * @param receipt the number of the treasury's receipt
 * @param decidedBy who booked or refused it, or null while it waits
 * @param why why it was refused; else empty
 */
public record Repayment(
        long id,
        long recovery,
        Aid aid,
        Way way,
        long fen,
        LocalDate paidOn,
        String receipt,
        State state,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long decidedBy,
        @Nullable LocalDate decidedOn,
        String why) {
    /** How it was paid. */
    public enum Way {
        CASH,
        TRANSFER
    }

    /** How far it is. */
    public enum State {
        /** It waits for a second person. */
        ENTERED,
        BOOKED,
        REFUSED
    }
}
