package org.doudi.server.matching;

import java.time.LocalDate;
import org.doudi.policy.Gap;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A gap of a household.
 *
 * @param personName whom it is about; null when it is about the household
 * @param owner the office that answers for it
 * @param left working days until it is due, negative when it is overdue
 * @param holder who works on it
 */
public record GapView(
        long id,
        String village,
        long household,
        String householdNumber,
        String headName,
        @Nullable String personName,
        Gap.Kind kind,
        Role owner,
        GapState state,
        LocalDate openedOn,
        LocalDate dueOn,
        int left,
        @Nullable String holder,
        @Nullable String caseNumber,
        @Nullable Outcome outcome,
        @Nullable String words,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate closedOn,
        int version) {
    /** Whether it still stands. */
    public boolean stands() {
        return state != GapState.CLOSED;
    }

    /** The traffic light of its deadline. */
    public String light() {
        return left < 0 ? "bad" : left <= 2 ? "warn" : "ok";
    }
}
