package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, looked at again.
 *
 * @param household the household, or null for all of a county
 * @param from the first month that is looked at
 * @param until the first month that is not looked at one by one; what is found for the last one holds on
 * @param total how many households there are to look at
 * @param lookedAt how many households were looked at so far
 * @param unchanged for how many of them nothing changes
 */
public record Rerating(
        long id,
        String county,
        @Nullable Long household,
        Kind kind,
        LocalDate from,
        LocalDate until,
        String source,
        State state,
        int total,
        int lookedAt,
        int unchanged,
        long madeBy,
        int version) {
    /** Why. */
    public enum Kind {
        /** A fact became known late or turned out different. */
        FACT,
        /** A new standard. */
        STANDARD
    }

    /** How far it is. */
    public enum State {
        /** The households are being looked at. */
        COMPUTING,
        PROPOSED,
        APPLIED,
        REFUSED
    }

    /** What is found for one aid and some months. */
    public enum Code {
        RAISED,
        LOWERED,
        /** Nothing is owed any more. */
        STOPPED,
        /** The rules say that a person must look. */
        PERSON_MUST_LOOK,
        /** Nothing is known of the household for the month, or a parameter has no value. */
        NO_ANSWER
    }

    /** How a line stands. */
    public enum LineState {
        /** It follows when the rerating is applied. */
        READY,
        /** A person decides on it alone. */
        EXCEPTION,
        APPLIED,
        REFUSED
    }

    /**
     * A change that is found.
     *
     * @param from the first month
     * @param until the first month without; null for good
     * @param parts what the amount after is made of; empty where there is none, or nobody knows
     */
    public record Line(
            long id,
            long household,
            @Nullable Long person,
            Aid aid,
            long payee,
            LocalDate from,
            @Nullable LocalDate until,
            long beforeFen,
            long afterFen,
            List<AwardPart> parts,
            Code code,
            LineState state) {
        public Line {
            parts = List.copyOf(parts);
        }
    }
}
