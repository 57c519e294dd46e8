package org.doudi.server.casework;

import java.time.LocalDate;
import org.doudi.server.casework.path.State;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param number what people call it by
 * @param since the day the step began
 * @param due the step's last day
 * @param relative whether an official who handles it declared kinship
 * @param complaint whether an objection was ever made
 * @param homeVisit whether the county has to visit
 * @param version counts the changes; a form made from an older one is refused
 */
public record CaseFile(
        long id,
        String number,
        String village,
        long household,
        String headName,
        LocalDate openedOn,
        long openedBy,
        State state,
        LocalDate since,
        LocalDate due,
        @Nullable String pauseReason,
        boolean relative,
        boolean complaint,
        boolean homeVisit,
        int version) {
    /** The same case at another place of its path. */
    CaseFile at(State next, LocalDate begun, LocalDate lastDay, @Nullable String reason) {
        return new CaseFile(
                id, number, village, household, headName, openedOn, openedBy, next, begun, lastDay, reason, relative,
                complaint, homeVisit, version);
    }

    /** The same case with what makes the county look closer. */
    CaseFile flagged(boolean kin, boolean complained, boolean visit) {
        return new CaseFile(
                id,
                number,
                village,
                household,
                headName,
                openedOn,
                openedBy,
                state,
                since,
                due,
                pauseReason,
                kin,
                complained,
                visit,
                version);
    }
}
