package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed from a month on.
 *
 * @param person whom it is for on an aid of persons, else null
 * @param payee whose account it goes to
 * @param fen a month
 * @param parts what that is made of; empty where nobody knows
 * @param from the first month, as its first day
 * @param until the first month without, as its first day; null while it goes on
 * @param source where it comes from, such as a case's number
 */
public record Award(
        long id,
        long household,
        @Nullable Long person,
        long payee,
        Aid aid,
        long fen,
        List<AwardPart> parts,
        LocalDate from,
        @Nullable LocalDate until,
        Reason reason,
        String source) {
    public Award {
        parts = List.copyOf(parts);
    }

    /** The whole with its parts. */
    public Amount amount() {
        return new Amount(fen, parts);
    }
}
