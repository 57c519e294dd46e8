package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.Cases;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.KnownSince;
import org.doudi.server.reverification.Reverification.End;
import org.doudi.server.reverification.Reverification.VisitMade;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.store.TaskStore;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Re-verification as the township's and village's work (clauses 2.4-2, 2.4-4): who visits whom until when, what was found, and what follows. Unchanged and
 * assessed the same ends by itself where the rule allows it; everything else goes before a person.
 */
@Service
public class Reverifications {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    /** The shortest words that a person gives. */
    public static final int SHORTEST = 4;

    /** Who may be asked to visit. */
    public static final Set<Role> VISITORS = Set.of(Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK);

    /** Who shares out the visits and tells families. */
    public static final Set<Role> TOWNSHIP = Set.of(Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER);

    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 60;
    private static final int TOWNSHIP_DIGITS = 9;

    private final TaskStore store;
    private final Judge judge;
    private final Cases cases;
    private final Accounts accounts;
    private final Relatives relatives;
    private final KnownSince known;
    private final AuditTrail trail;
    private final Today today;

    Reverifications(
            TaskStore store,
            Judge judge,
            Cases cases,
            Accounts accounts,
            Relatives relatives,
            KnownSince known,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.judge = judge;
        this.cases = cases;
        this.accounts = accounts;
        this.relatives = relatives;
        this.known = known;
        this.trail = trail;
        this.today = today;
    }

    /** A page of the plan. */
    @Transactional
    public List<Reverification> list(PlanQuery query, int page) {
        List<Reverification> found = store.list(query, Scope.officer().id().value(), today.date(), page * PAGE, PAGE);
        trail.record(
                Act.SEARCHED,
                Subject.NONE,
                "",
                "re-verification " + query.show() + " " + query.place() + " " + found.size());
        return found;
    }

    /** The plan in figures, by the divisions below a place of one's area. */
    @Transactional
    public List<PlanLine> board(String place) {
        return store.board(place, new Area(place).digitsBelow(), today.date());
    }

    /** How many families of one's area are to be told. */
    @Transactional
    public long toTell() {
        return store.toTell();
    }

    /** One look. */
    @Transactional
    public Reverification get(long id) {
        Reverification task = find(id);
        trail.record(Act.HOUSEHOLD_READ, Subject.household(task.household()), "", "re-verification");
        return task;
    }

    /** The looks at a household, the newest first. */
    @Transactional
    public List<Reverification> of(long household) {
        return store.of(household, today.date());
    }

    /** Who can be asked to visit. */
    @Transactional
    public List<Officer> visitors(Reverification task) {
        return accounts
                .inArea(new Area(task.village().substring(0, TOWNSHIP_DIGITS)), VISITORS.toArray(Role[]::new))
                .stream()
                .filter(o -> o.area().contains(task.village()) && !relatives.isRelative(o.id(), task.household()))
                .toList();
    }

    /** Asks somebody to visit. */
    @Transactional
    public void assign(long id, int version, long visitor) {
        Reverification task = open(id, version, Stage.PLANNED);
        only(TOWNSHIP);
        Officer asked = visitors(task).stream()
                .filter(o -> o.id().equals(new OfficerId(visitor)))
                .findFirst()
                .orElseThrow(() -> new ReverificationRefused(Cause.VISITOR));
        store.assign(id, visitor, asked.name());
        note(task, "visit of " + visitor);
    }

    /** The notice to the family, to be printed. */
    @Transactional
    public Reverification letter(long id) {
        Reverification task = find(id);
        if (task.told().announcedOn() == null) {
            throw new ReverificationRefused(Cause.NOT_NOW);
        }
        trail.record(
                Act.LETTER_ISSUED, Subject.household(task.household()), "", "re-verification due on " + task.dueOn());
        return task;
    }

    /** Notes that the family got its notice. */
    @Transactional
    public void deliver(long id, int version, Way way, String receivedBy) {
        Reverification task = open(id, version, Stage.PLANNED);
        only(TOWNSHIP);
        if (task.told().announcedOn() == null || task.told().deliveredOn() != null) {
            throw new ReverificationRefused(Cause.NOT_NOW);
        }
        String name = receivedBy.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ReverificationRefused(Cause.RECEIVER);
        }
        store.deliver(id, today.date(), Scope.officer().id().value(), way, name);
        trail.record(Act.LETTER_ISSUED, Subject.household(task.household()), "", "told of re-verification: " + way);
    }

    /** The key of the form by which I recorded the visit of a look; empty if I did not. */
    @Transactional
    public Optional<String> receipt(long id) {
        return store.sent(id, Scope.officer().id().value());
    }

    /**
     * Records a visit that a form sends. The same form a second time is answered as the first time.
     *
     * @throws ReverificationRefused if the look or what is known of the household is not what the form was made from
     */
    @Transactional
    public Stage visit(long id, VisitSent sent) {
        if (!sent.seen().sound()) {
            throw new ReverificationRefused(Cause.KEY);
        }
        store.lock(id);
        Reverification task = find(id);
        if (receipt(id).filter(sent.seen().key()::equals).isPresent()) {
            return task.stage();
        }
        if (task.stage() == Stage.PLANNED
                && !known.stamp(task.household()).equals(sent.seen().stamp())) {
            throw new ReverificationRefused(Cause.OVERTAKEN);
        }
        Stage stage = visit(id, sent.seen().version(), sent.on(), sent.finding(), sent.change(), sent.evidence());
        store.keyed(id, sent.seen().key());
        return stage;
    }

    /**
     * Records a visit.
     *
     * @param change what changed; none if nothing did
     * @param evidence what was seen and shown
     * @return how it stands then
     */
    @Transactional
    public Stage visit(
            long id, int version, LocalDate on, Finding finding, @Nullable ChangedFact change, String evidence) {
        Reverification task = open(id, version, Stage.PLANNED);
        Officer me = Scope.officer();
        only(VISITORS);
        noRelative(task);
        if (task.visitor() != null && task.visitor() != me.id().value() && !TOWNSHIP.contains(me.role())) {
            throw new ReverificationRefused(Cause.OTHER_HANDS);
        }
        LocalDate day = today.date();
        if (on.isAfter(day) || on.isBefore(task.baseOn())) {
            throw new ReverificationRefused(Cause.DAY);
        }
        if ((finding == Finding.CHANGED) != (change != null)) {
            throw new ReverificationRefused(Cause.CHANGE);
        }
        String seen = words(evidence);
        Fallout fallout = judge.fallout(task, finding);
        store.visited(id, new VisitMade(on, me.id().value(), me.name(), finding, change, seen, fallout));
        note(task, "visited " + finding + (fallout == null ? "" : ", a person looks: " + fallout));
        if (fallout != null) {
            return Stage.TO_CONFIRM;
        }
        end(task, new End(Ending.CLOSED_BY_MACHINE, day, null, null));
        return Stage.DONE;
    }

    /** A second person confirms that all stays as it is. */
    @Transactional
    public void confirm(long id, int version, String why) {
        Reverification task = second(id, version);
        VisitMade visit = task.visit();
        if (visit != null && visit.finding() == Finding.CHANGED) {
            throw new ReverificationRefused(Cause.NOT_NOW);
        }
        end(task, new End(Ending.CONFIRMED, today.date(), words(why), null));
    }

    /**
     * What changed is decided by a case.
     *
     * @return the household's case
     */
    @Transactional
    public String openCase(long id, int version, String why) {
        Reverification task = second(id, version);
        String text = words(why);
        String number = cases.open(task.household());
        end(task, new End(Ending.CASE, today.date(), text, number));
        return number;
    }

    private Reverification second(long id, int version) {
        Reverification task = open(id, version, Stage.TO_CONFIRM);
        only(TOWNSHIP);
        noRelative(task);
        VisitMade visit = task.visit();
        if (visit != null && visit.by() == Scope.officer().id().value()) {
            throw new ReverificationRefused(Cause.OTHER_HANDS);
        }
        return task;
    }

    private void end(Reverification task, End end) {
        store.end(task.id(), end, Scope.officer().id().value());
        note(task, "ended " + end.ending());
    }

    private static String words(String text) {
        String stripped = text.strip();
        if (stripped.length() < SHORTEST || stripped.length() > LONGEST) {
            throw new ReverificationRefused(Cause.WORDS);
        }
        return stripped;
    }

    private static void only(Set<Role> roles) {
        if (!roles.contains(Scope.officer().role())) {
            throw new ReverificationRefused(Cause.OTHER_HANDS);
        }
    }

    private void noRelative(Reverification task) {
        if (relatives.isRelative(Scope.officer().id(), task.household())) {
            throw new ReverificationRefused(Cause.NEAR_RELATIVE);
        }
    }

    private Reverification find(long id) {
        return store.find(id, today.date()).orElseThrow(() -> new ReverificationRefused(Cause.NOTHING));
    }

    private Reverification open(long id, int version, Stage stage) {
        store.lock(id);
        Reverification task = find(id);
        if (task.stage() != stage) {
            throw new ReverificationRefused(Cause.NOT_NOW);
        }
        if (task.version() != version) {
            throw new ReverificationRefused(Cause.OVERTAKEN);
        }
        return task;
    }

    private void note(Reverification task, String what) {
        trail.record(Act.REVERIFICATION_MOVED, Subject.household(task.household()), "", what);
    }
}
