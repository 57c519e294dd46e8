package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.Map;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.CaseFile.Extension;
import org.doudi.server.casework.CaseFile.Holder;
import org.doudi.server.casework.CaseFile.Posting;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.State;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Writes a move of a case: its report, its new place and clock, its trail. */
@Component
class Progress {
    private final CaseStore store;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Today today;

    Progress(CaseStore store, Deadlines deadlines, AuditTrail audit, Today today) {
        this.store = store;
        this.deadlines = deadlines;
        this.audit = audit;
        this.today = today;
    }

    void write(CaseFile c, State next, Move move, Map<String, String> content, String key, Act act) {
        LocalDate day = today.date();
        store.report(c, move, Scope.officer(), day, content, key);
        boolean begins = move == Move.DONE || move == Move.RETURN || move == Move.REOPEN;
        String reason = next.standing() == Standing.PAUSED ? content.get("reason") : null;
        save(c.at(next, begins ? day : c.since(), due(c, next, move, day), reason)
                .heldBy(holder(c, next))
                .extended(extension(c, move, content.get("reason"), day))
                .posted(posting(c, next, move, day)));
        audit.record(
                act, Subject.ofCase(c.number(), c.household()), "", c.state().step() + " " + move);
    }

    /** The clock of a step starts when it begins, when its notice is up, and anew after a pause; an extension adds to it. */
    private LocalDate due(CaseFile c, State next, Move move, LocalDate day) {
        if (next.standing().isFinal()) {
            return c.due();
        }
        return switch (move) {
            case DONE, RETURN, REOPEN, POST, RESUME -> deadlines.due(next.step(), c.openedOn(), day);
            case EXTEND ->
                deadlines
                        .extension(next.step(), c.openedOn())
                        .map(limit -> deadlines.after(limit, c.due()))
                        .orElse(c.due());
            case PAUSE, WITHDRAW -> c.due();
        };
    }

    /** A step stays in the hands that held the one before, where their office does it too. */
    private static @Nullable Holder holder(CaseFile c, State next) {
        Holder holder = c.holder();
        return holder != null && next.owners().contains(holder.role()) ? holder : null;
    }

    private static @Nullable Extension extension(CaseFile c, Move move, @Nullable String reason, LocalDate day) {
        return switch (move) {
            case EXTEND -> reason == null ? c.extension() : new Extension(day, reason);
            case REOPEN -> null;
            case DONE, POST, RETURN, PAUSE, RESUME, WITHDRAW -> c.extension();
        };
    }

    private @Nullable Posting posting(CaseFile c, State next, Move move, LocalDate day) {
        if (move == Move.POST) {
            int days = deadlines.of(next.step(), c.openedOn()).days();
            return new Posting(day, day.plusDays(days - 1L));
        }
        boolean stays = next.step() == c.state().step() && !next.standing().isFinal();
        return stays ? c.posting() : null;
    }

    /** Writes the case, unless somebody was faster. */
    void save(CaseFile c) {
        try {
            if (!store.update(c)) {
                throw new CaseFailure.Overtaken(c.number());
            }
        } catch (DuplicateKeyException e) {
            throw new CaseFailure.NotNow("another case of the household is running");
        }
    }
}
