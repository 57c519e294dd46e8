package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.reverification.MassRun.State;
import org.doudi.server.reverification.Reverification.End;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.store.MassRunStore;
import org.doudi.server.reverification.store.TaskStore;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Re-verification of many at once (clause 2.4-4): consent, facts, rolls, amount and rules of every household that is due in a place. It ends what the rule of
 * the day lets it end without a visit; the rest stays in the plan with the reason for which a person looks. It can be stopped and goes on where it was.
 */
@Service
public class MassRuns {
    private static final int BATCH = 25;
    private static final int SOON = 30;
    private static final int SHOWN = 50;

    private final MassRunStore store;
    private final TaskStore tasks;
    private final Judge judge;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;

    MassRuns(
            MassRunStore store,
            TaskStore tasks,
            Judge judge,
            Divisions divisions,
            AuditTrail trail,
            TransactionTemplate transaction,
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.store = store;
        this.tasks = tasks;
        this.judge = judge;
        this.divisions = divisions;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
    }

    /** Begins with all looks of a place, and maybe of one category, that are due within 30 days or overdue. */
    @Transactional
    public long start(String place, @Nullable Category category) {
        Officer me = allowed();
        if (!place.matches("\\d{6}|\\d{9}|\\d{12}")
                || !me.area().contains(place)
                || divisions.name(place).isEmpty()) {
            throw new ReverificationRefused(Cause.PLACE);
        }
        LocalDate day = today.date();
        long id = store.start(place, category, day.plusDays(SOON), day, me)
                .orElseThrow(() -> new ReverificationRefused(Cause.RUNS_ALREADY));
        note("mass check " + id + " of " + place + (category == null ? "" : " " + category));
        return id;
    }

    /** Stops it where it is. */
    @Transactional
    public void stop(long id, int version) {
        move(id, version, State.RUNNING, State.STOPPED);
    }

    /** Lets it go on. */
    @Transactional
    public void goOn(long id, int version) {
        move(id, version, State.STOPPED, State.RUNNING);
    }

    private void move(long id, int version, State from, State to) {
        allowed();
        MassRun run = get(id);
        if (run.state() != from) {
            throw new ReverificationRefused(Cause.NOT_NOW);
        }
        if (!store.move(id, version, to)) {
            throw new ReverificationRefused(Cause.OVERTAKEN);
        }
        note("mass check " + id + " " + to);
    }

    private static Officer allowed() {
        Officer me = Scope.officer();
        if (!Samples.DRAW.contains(me.role())) {
            throw new ReverificationRefused(Cause.OTHER_HANDS);
        }
        return me;
    }

    /** The last ones of one's area, the newest first. */
    @Transactional
    public List<MassRun> list() {
        return store.list(SHOWN);
    }

    /** One of them. */
    @Transactional
    public MassRun get(long id) {
        return store.find(id).orElseThrow(() -> new ReverificationRefused(Cause.NOTHING));
    }

    /** What it left to people, the first due first. */
    @Transactional
    public List<Reverification> left(MassRun run, @Nullable Fallout reason) {
        List<Reverification> left = store.left(run.id(), reason, today.date(), Reverifications.PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "mass check " + run.id() + " " + left.size());
        return left;
    }

    /** Works on those that run until none does or this one is interrupted; each batch is in a transaction of its own. */
    public void work() {
        while (!Thread.currentThread().isInterrupted()
                && Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> step())))) {
            // the next batch
        }
    }

    /** Looks at the next of one run; answers whether there may be more to do. */
    private boolean step() {
        Optional<MassRunStore.Next> next = store.next();
        if (next.isEmpty()) {
            return false;
        }
        MassRunStore.Next run = next.get();
        List<Reverification> some = store.due(run.scope(), run.reached(), today.date(), BATCH);
        for (Reverification task : some) {
            check(run.id(), task);
        }
        if (some.size() < BATCH) {
            store.done(run.id(), today.date());
        } else {
            store.reached(run.id(), some.get(some.size() - 1).id());
        }
        return true;
    }

    private void check(long run, Reverification task) {
        LocalDate day = today.date();
        Fallout fallout = judge.fallout(task, Finding.UNCHANGED);
        if (fallout == null && !store.closesUnvisited(task.category(), day)) {
            fallout = Fallout.NOT_VISITED;
        }
        store.checked(task.id(), run, day, fallout);
        if (fallout == null) {
            tasks.end(
                    task.id(),
                    new End(Ending.CLOSED_BY_MACHINE, day, null, null),
                    platform.id().value());
            trail.record(
                    Act.REVERIFICATION_MOVED,
                    Subject.household(task.household()),
                    "",
                    "ended " + Ending.CLOSED_BY_MACHINE + " by mass check " + run);
        }
    }

    private void note(String what) {
        trail.record(Act.REVERIFICATION_MOVED, Subject.NONE, "", what);
    }
}
