package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Awards.Months;
import org.doudi.server.benefits.Awards.Whose;
import org.doudi.server.benefits.Rerating.Kind;
import org.doudi.server.benefits.Rerating.LineState;
import org.doudi.server.benefits.Rerating.State;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.ReratingStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks again at what is owed: for one household when a fact turned out different, for a whole county when a new standard comes. What is
 * found is shown first; a second person applies it, and what a machine must not decide a person decides line by line. Months that were
 * paid already come right with the next run, as arrears or as a recovery.
 */
@Service
public class Reratings {
    /** How far back the machine looks. */
    private static final int MOST_MONTHS = 60;

    private static final int CHUNK = 500;

    private final ReratingStore store;
    private final OwedByRules rules;
    private final Awards awards;
    private final Households households;
    private final AuditTrail trail;
    private final Today today;

    Reratings(
            ReratingStore store,
            OwedByRules rules,
            Awards awards,
            Households households,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.rules = rules;
        this.awards = awards;
        this.households = households;
        this.trail = trail;
        this.today = today;
    }

    /** The reratings of one's area, the newest first. */
    @Transactional
    public List<Rerating> all(int offset, int limit) {
        return store.all(offset, limit);
    }

    /** A rerating in one's area. */
    @Transactional
    public Rerating get(long id) {
        return store.find(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
    }

    /** The lines of one in one state, after that id. */
    @Transactional
    public List<Rerating.Line> lines(long id, LineState state, long after, int limit) {
        return store.lines(get(id).id(), state, after, limit);
    }

    /**
     * Looks at one household again.
     *
     * @param from the first month, as its first day
     * @param source what became known
     */
    @Transactional
    public Rerating propose(long household, LocalDate from, String source) {
        HouseholdView view = households.get(household);
        LocalDate until = until(from);
        List<Rerating.Line> lines = rules.differences(household, from, until, Kind.FACT);
        long id = store.insert(
                view.village(),
                household,
                Kind.FACT,
                from,
                until,
                source,
                officer().id().value(),
                today.date());
        lines.forEach(l -> store.add(id, view.village(), l));
        store.looked(id, view.village(), household, lines.isEmpty());
        store.proposed(id);
        note(Subject.household(household), source, "rerating " + id + ": " + lines.size() + " changes from " + from);
        return get(id);
    }

    /** Begins to look at everybody of one's county who is owed something, because a new standard holds from a month on; {@link #step} goes on. */
    @Transactional
    public Rerating begin(LocalDate from, String source) {
        Officer officer = officer();
        String county = officer.area().code();
        if (officer.role() != Role.COUNTY_OFFICER || county.length() != 6) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        need(source);
        LocalDate until = until(from);
        long id = store.insert(
                county + "000000",
                null,
                Kind.STANDARD,
                from,
                until,
                source.strip(),
                officer.id().value(),
                today.date());
        int total = store.begin(id, county, until.minusMonths(1));
        note(Subject.NONE, source.strip(), "rerating " + id + " of " + total + " households from " + from);
        return get(id);
    }

    /** Looks at the next households; tells whether there may be more. */
    @Transactional
    public boolean step(long id, int households) {
        Rerating r = store.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (r.state() != State.COMPUTING) {
            return false;
        }
        List<Long> next = store.households(r.county(), r.until().minusMonths(1), store.reached(id), households);
        for (long household : next) {
            List<Rerating.Line> lines = rules.differences(household, r.from(), r.until(), Kind.STANDARD);
            String village = this.households.get(household).village();
            lines.forEach(l -> store.add(id, village, l));
            store.looked(id, village, household, lines.isEmpty());
        }
        if (next.isEmpty()) {
            store.proposed(id);
        }
        return !next.isEmpty();
    }

    private LocalDate until(LocalDate from) {
        LocalDate next = today.date().withDayOfMonth(1).plusMonths(1);
        if (from.getDayOfMonth() != 1 || from.isBefore(next.minusMonths(MOST_MONTHS))) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        if (from.isAfter(next)) {
            throw new RunRefused(Cause.MONTH_TOO_LATE);
        }
        return next.isAfter(from) ? next : from.plusMonths(1);
    }

    /** A second person lets follow what the machine may decide. */
    @Transactional
    public Rerating apply(long id, int version) {
        Rerating r = decides(id, version);
        long last = 0;
        List<Rerating.Line> lines = store.lines(id, LineState.READY, last, CHUNK);
        while (!lines.isEmpty()) {
            for (Rerating.Line line : lines) {
                follow(r, line);
                store.decide(line.id(), LineState.APPLIED, officer().id().value(), "");
                last = line.id();
            }
            lines = store.lines(id, LineState.READY, last, CHUNK);
        }
        return decided(r, State.APPLIED);
    }

    /** A second person lets all stay as it was. */
    @Transactional
    public Rerating refuse(long id, int version, String why) {
        need(why);
        return decided(decides(id, version), State.REFUSED);
    }

    /** A person decides on a line that the machine must not decide: the amount from the line's first month on, 0 for none. */
    @Transactional
    public void decide(long id, long line, long fen, String why) {
        Rerating r = get(id);
        if (officer().role() != Role.COUNTY_APPROVER
                || !Set.of(State.PROPOSED, State.APPLIED).contains(r.state())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        need(why);
        if (fen < 0) {
            throw new RunRefused(Cause.AMOUNT);
        }
        Rerating.Line l = store.exception(id, line).orElseThrow(() -> new RunRefused(Cause.OVERTAKEN));
        boolean kept = fen == l.beforeFen();
        if (!kept) {
            follow(r, l, fen);
        }
        store.decide(
                line,
                kept ? LineState.REFUSED : LineState.APPLIED,
                officer().id().value(),
                why.strip());
        note(Subject.household(l.household()), why.strip(), "rerating " + id + " line " + line + ": " + fen);
    }

    private void follow(Rerating r, Rerating.Line line) {
        follow(r, line, line.afterFen());
    }

    private void follow(Rerating r, Rerating.Line line, long fen) {
        Whose whose = new Whose(line.household(), line.person(), line.aid());
        Months months = new Months(line.from(), line.until());
        Reason reason = r.kind() == Kind.STANDARD ? Reason.STANDARD : Reason.FACT;
        String source = "rerating " + r.id();
        if (fen == 0) {
            awards.end(whose, months, reason, source);
        } else {
            awards.grant(whose, line.payee(), Amount.set(fen, line.parts()), months, reason, source);
        }
    }

    private Rerating decides(long id, int version) {
        Rerating r = store.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (officer().role() != Role.COUNTY_APPROVER || r.state() != State.PROPOSED) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (r.version() != version) {
            throw new RunRefused(Cause.OVERTAKEN);
        }
        if (r.madeBy() == officer().id().value()) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
        return r;
    }

    private Rerating decided(Rerating r, State state) {
        store.decide(r.id(), state, officer().id().value(), today.date());
        Long household = r.household();
        note(
                household == null ? Subject.NONE : Subject.household(household),
                r.source(),
                "rerating " + r.id() + " " + state);
        return get(r.id());
    }

    private void note(Subject subject, String why, String what) {
        trail.record(Act.AWARD_CHANGED, subject, why, what);
    }

    private static void need(String words) {
        if (words.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
    }

    private static Officer officer() {
        return Scope.officer();
    }
}
