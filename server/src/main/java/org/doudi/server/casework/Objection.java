package org.doudi.server.casework;

import java.time.LocalDate;
import org.doudi.server.casework.path.Step;
import org.jspecify.annotations.Nullable;

/**
 * An objection made while a notice was up; the notice cannot end before it is answered (clause 2.4-11).
 *
 * @param step the notice; its office answers
 * @param due the last day for the answer
 * @param takenOn the day somebody began to look into it
 * @param origin where it came from
 */
public record Objection(
        long id,
        Step step,
        Contested contests,
        LocalDate madeOn,
        String words,
        LocalDate due,
        @Nullable LocalDate takenOn,
        @Nullable LocalDate answeredOn,
        @Nullable String answer,
        Origin origin) {
    /** What of a notice is contested. */
    public enum Contested {
        INCOME,
        PROPERTY,
        MEMBERS,
        LIVING,
        PROCEDURE,
        OTHER
    }

    /** Where an objection came from. */
    public enum Origin {
        /** Somebody told the office, which wrote it down. */
        OFFICE,
        /** Somebody wrote it on the public page and left no way to reach them. */
        PUBLIC,
        /** Somebody wrote it on the public page and can be reached. */
        PUBLIC_REACHABLE
    }

    /** How far it is. */
    public enum State {
        RECEIVED,
        LOOKED_INTO,
        ANSWERED,
        /** The case ended before it was answered, so that nothing is contested any more. */
        ENDED
    }

    /** How far it is, in a case that goes on. */
    public State state() {
        if (answeredOn != null) {
            return State.ANSWERED;
        }
        return takenOn == null ? State.RECEIVED : State.LOOKED_INTO;
    }

    /** What its maker calls it by: the village and the row. */
    public static String number(String village, long id) {
        return village + "-" + id;
    }
}
