package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Holds;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.reverification.store.CalendarStore;
import org.doudi.server.reverification.store.CalendarStore.At;
import org.doudi.server.reverification.store.CalendarStore.Moved;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform's own part of re-verification (clauses 2.4-2, 2.4-4): it plans, announces, stops the payment of a household that was told and not looked at,
 * and lets it go when it was. What waited is paid by the next run.
 */
@Service
public class Calendar {
    private static final int BATCH = 200;

    private final CalendarStore store;
    private final Holds holds;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;

    Calendar(
            CalendarStore store,
            Holds holds,
            AuditTrail trail,
            TransactionTemplate transaction,
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.store = store;
        this.holds = holds;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
    }

    /** What a pass did. */
    public record Pass(int planned, int announced, int left, int stopped, int letGo) {}

    /** The day's work: once a day is enough, more does nothing more. */
    public Pass day() {
        Pass planned = asPlatform(this::plan);
        Pass moved = money();
        return new Pass(planned.planned(), planned.announced(), planned.left(), moved.stopped(), moved.letGo());
    }

    /** Stops and lets go what waits for it; a county whose money is set aside for a run waits until that went out. */
    public Pass money() {
        int letGo = letGoVerified();
        LocalDate day = today.date();
        LocalDate month = day.withDayOfMonth(1).plusMonths(1);
        int stopped = each(
                after -> store.missed(day, after, BATCH),
                missed ->
                        store.held(missed.id(), holds.putMissed(missed.household(), month, "复核到期日 " + missed.dueOn())));
        return new Pass(0, 0, 0, stopped, letGo);
    }

    /** Lets go the payment of households that were verified; only the platform sees whether a county's money is set aside. */
    public int letGoVerified() {
        return each(after -> store.verified(after, BATCH), verified -> {
            holds.liftVerified(verified.household(), verified.hold());
            store.lifted(verified.id(), today.date());
        });
    }

    /** Moves what can be moved, each batch in a transaction of its own; what has to wait is passed by and holds up nothing behind it. */
    private int each(Function<At, List<Moved>> behind, Consumer<Moved> move) {
        int moved = 0;
        @Nullable At next = At.FIRST;
        while (next != null) {
            At at = next;
            Step step = asPlatform(() -> step(behind.apply(at), move));
            moved += step.moved();
            next = step.next();
        }
        return moved;
    }

    /**
     * A batch that was gone through.
     *
     * @param next where the next one begins, null after the last
     */
    private record Step(int moved, @Nullable At next) {}

    private Step step(List<Moved> some, Consumer<Moved> move) {
        int moved = 0;
        for (Moved one : some) {
            if (holds.canMove(one.at().village())) {
                move.accept(one);
                moved++;
            }
        }
        return new Step(moved, some.size() < BATCH ? null : some.get(BATCH - 1).at());
    }

    private <T> T asPlatform(Supplier<T> work) {
        return Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> work.get())));
    }

    private Pass plan() {
        LocalDate day = today.date();
        int followed = store.follow();
        int left = store.leave(day);
        int planned = store.plan(day);
        int announced = store.announce(day);
        if (followed + left + planned + announced > 0) {
            trail.record(
                    Act.REVERIFICATION_MOVED,
                    Subject.NONE,
                    "",
                    "planned " + planned + ", announced " + announced + ", off the rolls " + left + ", moved "
                            + followed);
        }
        return new Pass(planned, announced, left, 0, 0);
    }
}
