package org.doudi.server.changes;

import java.time.LocalDate;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A report as lists show it.
 *
 * @param number the household's number
 * @param left working days until it is due, below 0 when it is overdue
 * @param end how it ended, or null before that
 */
public record ChangeReport(
        long id,
        String key,
        long household,
        String number,
        String head,
        String village,
        ReportKind kind,
        LocalDate on,
        State state,
        Sender sender,
        LocalDate sentOn,
        Role owner,
        LocalDate dueOn,
        int left,
        @Nullable End end,
        int version) {
    /** Where it stands; the message {@code changes.state.<state>}. */
    public enum State {
        SENT,
        /** What it says is recorded. */
        ACCEPTED,
        /** The household is offered to the township outside the area that it moves to. */
        OFFERED,
        /** Not accepted, for a reason. */
        SENT_BACK,
        WITHDRAWN
    }

    /** Who reported. */
    public record Sender(long officer, String name, Role role) {}

    /** How it ended. */
    public record End(
            LocalDate on,
            String byName,
            @Nullable SentBack reason,
            @Nullable String words) {}

    /** The number of the receipt. */
    public String receipt() {
        return "BG-" + "%07d".formatted(id);
    }

    /** The traffic light of its deadline. */
    public String light() {
        return state != State.SENT ? "" : left < 0 ? "bad" : left <= 1 ? "warn" : "ok";
    }
}
