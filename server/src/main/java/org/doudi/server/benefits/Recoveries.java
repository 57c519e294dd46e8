package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Recovery.State;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.RecoveryStore;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that was paid and not owed. A run finds it; then the household is told, may answer, and only then a person decides: in instalments
 * that later runs take, or not at all.
 */
@Service
public class Recoveries {
    /** The days after the notice in which the household can answer before anything is decided. */
    public static final int ANSWER_DAYS = 15;

    private final RecoveryStore store;
    private final AuditTrail trail;
    private final Today today;

    Recoveries(RecoveryStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** A recovery in one's area. */
    @Transactional
    public Recovery get(long id) {
        return store.find(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
    }

    /** The recoveries of a household. */
    @Transactional
    public List<Recovery> of(long household) {
        return store.of(household);
    }

    /** The household was told what is asked back, why, and until when it can answer. */
    @Transactional
    public Recovery notice(long id, int version) {
        Recovery r = at(id, version, Set.of(Role.COUNTY_OFFICER), State.OPEN);
        return moved(r, r.noticed(today.date()), "noticed");
    }

    /** What the household says to it. */
    @Transactional
    public Recovery answer(long id, int version, String words) {
        Recovery r = at(id, version, Set.of(Role.COUNTY_OFFICER, Role.TOWNSHIP_CLERK), State.NOTICED);
        return moved(r, r.answered(need(words)), "answered");
    }

    /**
     * Takes it back in instalments of later runs.
     *
     * @param instalmentFen the most that a month's payment is made smaller by
     */
    @Transactional
    public Recovery agree(long id, int version, long instalmentFen, String why) {
        Recovery r = decides(id, version);
        if (instalmentFen < 1) {
            throw new RunRefused(Cause.AMOUNT);
        }
        return moved(
                r, r.agreed(instalmentFen, Scope.officer().id().value(), need(why)), "instalments of " + instalmentFen);
    }

    /** Gives up an amount of it, with the reason; what is left goes on. */
    @Transactional
    public Recovery waive(long id, int version, long fen, String why) {
        Recovery r = decides(id, version);
        if (fen < 1 || fen > r.leftFen()) {
            throw new RunRefused(Cause.AMOUNT, r.leftFen());
        }
        return moved(r, r.waived(fen, Scope.officer().id().value(), need(why)), "waived " + fen);
    }

    private Recovery decides(long id, int version) {
        Recovery r = at(id, version, Set.of(Role.COUNTY_APPROVER), State.NOTICED, State.ANSWERED, State.AGREED);
        LocalDate noticed = r.noticedOn();
        boolean early = noticed == null || today.date().isBefore(noticed.plusDays(ANSWER_DAYS));
        if (r.state() == State.NOTICED && early) {
            throw new RunRefused(Cause.RIGHT_TO_ANSWER);
        }
        return r;
    }

    private Recovery at(long id, int version, Set<Role> roles, State... states) {
        Recovery r = store.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (!roles.contains(Scope.officer().role()) || !Arrays.asList(states).contains(r.state())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (r.version() != version) {
            throw new RunRefused(Cause.OVERTAKEN);
        }
        return r;
    }

    private Recovery moved(Recovery before, Recovery after, String what) {
        store.update(after);
        trail.record(
                Act.RECOVERY_MOVED,
                new Subject(before.household(), before.person(), null),
                "recovery " + before.id(),
                what);
        return get(before.id());
    }

    private static String need(String words) {
        if (words.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        return words.strip();
    }
}
