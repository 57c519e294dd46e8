package org.doudi.server.matching;

import java.time.LocalDate;
import org.doudi.policy.Gap;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;

/**
 * A gap that came of a row of a department's list, and what became of it.
 *
 * @param line of the list
 * @param headName whose household it is about
 * @param dueOn the day by which the department is to hear its end
 * @param endedOn the day it closed, or a person said why it stays
 */
public record ListGap(
        long id,
        ListKind list,
        String fileName,
        int line,
        String headName,
        Gap.Kind kind,
        GapState state,
        LocalDate openedOn,
        LocalDate dueOn,
        @Nullable Outcome outcome,
        @Nullable LocalDate endedOn) {
    /** How its clock stands. */
    public enum Clock {
        /** Nobody said yet what became of it, and there is time. */
        RUNNING,
        /** Nobody said, and it should have been said. */
        LATE,
        /** It was said in time. */
        TOLD,
        /** It was said too late. */
        TOLD_LATE;

        /** How the clock of an answer stands on a day. */
        public static Clock of(LocalDate dueOn, @Nullable LocalDate endedOn, LocalDate day) {
            if (endedOn == null) {
                return day.isAfter(dueOn) ? LATE : RUNNING;
            }
            return endedOn.isAfter(dueOn) ? TOLD_LATE : TOLD;
        }
    }

    /** How its clock stands on a day. */
    public Clock clock(LocalDate day) {
        return Clock.of(dueOn, endedOn, day);
    }

    @Override
    public String toString() {
        return "gap of a list " + id;
    }
}
