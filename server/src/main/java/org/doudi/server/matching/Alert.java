package org.doudi.server.matching;

import java.time.LocalDate;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * An alert of a household that was lifted out.
 *
 * @param figureFen what the household has or spends, or null for a lost job
 * @param limitFen what that passed, or null
 * @param left working days until it is due, below 0 when it is overdue
 * @param check what a person found, or null before that
 */
public record Alert(
        long id,
        long household,
        String number,
        String head,
        String village,
        AlertReason reason,
        @Nullable Long figureFen,
        @Nullable Long limitFen,
        Role owner,
        State state,
        LocalDate openedOn,
        LocalDate dueOn,
        int left,
        @Nullable Check check,
        @Nullable String caseNumber,
        @Nullable End outcome,
        @Nullable LocalDate closedOn,
        int version) {
    /** Where it stands; the message {@code matching.alert.state.<state>}. */
    public enum State {
        OPEN,
        /** Looked into: it is so. */
        CONFIRMED,
        IN_CASE,
        /** Looked into: it is not so, for a reason. It ends when the figures are well again. */
        FALSE_ALARM,
        CLOSED
    }

    /** How somebody looked into it; the message {@code matching.alert.way.<way>}. */
    public enum Way {
        VISIT,
        RECORDS
    }

    /** How it ended; the message {@code matching.alert.end.<end>}. */
    public enum End {
        /** The figures are well again. */
        PASSED,
        /** A case gave aid. */
        AIDED,
        /** A case gave none. */
        NOT_AIDED,
        /** What was recorded of the household is wrong. */
        FIGURES_WRONG,
        /** Insurance, kin or others bear it. */
        COVERED,
        /** The family bears it by itself. */
        BEARABLE;

        /** Whether a person may say so of a false alarm. */
        public boolean isFalseAlarm() {
            return this == FIGURES_WRONG || this == COVERED || this == BEARABLE;
        }
    }

    /** What a person found. */
    public record Check(LocalDate on, long by, String byName, Way way, String words) {}

    /** The traffic light of its deadline. */
    public String light() {
        return state != State.OPEN && state != State.CONFIRMED ? "" : left < 0 ? "bad" : left <= 1 ? "warn" : "ok";
    }
}
