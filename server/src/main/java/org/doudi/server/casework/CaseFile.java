package org.doudi.server.casework;

import java.time.LocalDate;
import org.doudi.server.casework.path.State;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param number what people call it by
 * @param since the day the step began
 * @param due the step's last day
 * @param holder who of the office holds the step, or null while nobody took it
 * @param extension why the last day was put off, or null
 * @param posting from when to when the notice of this step hangs, or null before it is posted
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
        @Nullable Holder holder,
        @Nullable Extension extension,
        @Nullable Posting posting,
        @Nullable String pauseReason,
        boolean relative,
        boolean complaint,
        boolean homeVisit,
        int version) {
    /** The person who holds a step. */
    public record Holder(long officer, String name, Role role) {
        static Holder of(Officer officer) {
            return new Holder(officer.id().value(), officer.name(), officer.role());
        }
    }

    /** A deadline that was put off, once in a case. */
    public record Extension(LocalDate on, String reason) {}

    /** The days a notice hangs, the last one counted. */
    public record Posting(LocalDate from, LocalDate to) {}

    /** Whether this person holds the step. */
    public boolean isHeldBy(Officer officer) {
        return holder != null && holder.officer() == officer.id().value();
    }

    /** The same case at another place of its path. */
    CaseFile at(State next, LocalDate begun, LocalDate lastDay, @Nullable String reason) {
        return copy(next, begun, lastDay, holder, extension, posting, reason);
    }

    /** The same case in other hands. */
    CaseFile heldBy(@Nullable Holder other) {
        return copy(state, since, due, other, extension, posting, pauseReason);
    }

    /** The same case with its deadline put off, or with no extension any more. */
    CaseFile extended(@Nullable Extension granted) {
        return copy(state, since, due, holder, granted, posting, pauseReason);
    }

    /** The same case with its notice up, or taken down. */
    CaseFile posted(@Nullable Posting hung) {
        return copy(state, since, due, holder, extension, hung, pauseReason);
    }

    private CaseFile copy(
            State next,
            LocalDate begun,
            LocalDate lastDay,
            @Nullable Holder hands,
            @Nullable Extension granted,
            @Nullable Posting hung,
            @Nullable String reason) {
        return new CaseFile(
                id, number, village, household, headName, openedOn, openedBy, next, begun, lastDay, hands, granted,
                hung, reason, relative, complaint, homeVisit, version);
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
                holder,
                extension,
                posting,
                pauseReason,
                kin,
                complained,
                visit,
                version);
    }
}
