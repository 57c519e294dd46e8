package org.doudi.server.benefits.files;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a bank of a county wants its file.
 *
 * @param text the layout's lines, with their encoding; null for ISO 20022
 * @param until the last day on which a file is written so; null while it goes on
 * @param decidedBy who put it in force or refused it, or null
 * @param why why it was refused; else empty
 */
public record BankLayout(
        long id,
        String county,
        String name,
        @Nullable String text,
        LocalDate from,
        @Nullable LocalDate until,
        State state,
        long enteredBy,
        @Nullable Long decidedBy,
        String why) {
    /** How far it is. */
    public enum State {
        /** It waits for a second person. */
        PROPOSED,
        IN_FORCE,
        REFUSED
    }

    /** Whether a file can be written so on a day. */
    public boolean holds(LocalDate day) {
        return state == State.IN_FORCE && !from.isAfter(day) && (until == null || !until.isBefore(day));
    }
}
