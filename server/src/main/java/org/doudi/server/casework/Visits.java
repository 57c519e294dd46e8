package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Entry;
import org.doudi.server.casework.step.Field;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.casework.step.StepWork;
import org.doudi.server.casework.store.ListStore;
import org.doudi.server.casework.store.PaperStore;
import org.doudi.server.casework.store.VisitStore;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits at home that others make for the township (clauses 3.4-2, 3.4-3): a bought-in surveyor who was asked, the assistant and
 * the work team of the village. They write down what they see; the township's clerk answers for the step and confirms it.
 */
@Service
public class Visits {
    private static final int COUNTY = 6;
    private static final int MOST = 200;

    private final Cases cases;
    private final VisitStore store;
    private final ListStore lists;
    private final PaperStore papers;
    private final Households households;
    private final Accounts accounts;
    private final Relatives relatives;
    private final AuditTrail audit;
    private final Today today;

    Visits(
            Cases cases,
            VisitStore store,
            ListStore lists,
            PaperStore papers,
            Households households,
            Accounts accounts,
            Relatives relatives,
            AuditTrail audit,
            Today today) {
        this.cases = cases;
        this.store = store;
        this.lists = lists;
        this.papers = papers;
        this.households = households;
        this.accounts = accounts;
        this.relatives = relatives;
        this.audit = audit;
        this.today = today;
    }

    /** What a visitor needs on the doorstep, and no more. */
    public record Sheet(CaseFile file, HouseholdView household, List<Field> fields, Map<String, String> filled) {}

    /** Asks a surveyor to visit; the office that answers for the survey does it. */
    @Transactional
    public void ask(String number, long surveyor) {
        Officer me = Scope.officer();
        CaseFile c = toVisit(number);
        if (!c.state().owners().contains(me.role()) && !Assignments.directs(me.role(), c)) {
            throw new CaseFailure.NotNow("the survey belongs to another office");
        }
        Officer visitor = accounts.byId(new OfficerId(surveyor))
                .filter(o -> o.role() == Role.SURVEYOR && o.area().contains(c.village()))
                .orElseThrow(() -> new CaseFailure.NotNow("there is no such surveyor here"));
        noRelative(visitor, c);
        store.ask(c, visitor, today.date());
        audit.record(Act.CASE_ASSIGNED, Subject.ofCase(number, c.household()), "", "visit of " + surveyor);
    }

    private CaseFile toVisit(String number) {
        CaseFile c = cases.get(number);
        if (c.state().step() != Step.HOME_SURVEY || c.state().standing() != Standing.RUNNING) {
            throw new CaseFailure.NotNow("no visit waits in case " + number);
        }
        return c;
    }

    private void noRelative(Officer visitor, CaseFile c) {
        if (relatives.isRelative(visitor.id(), c.household())) {
            throw new CaseFailure.NearRelative(c.number());
        }
    }

    /** The surveyors whom the person of the scope can ask; nobody outside of the survey. */
    List<Officer> surveyors(CaseFile c) {
        Officer me = Scope.officer();
        boolean survey = c.state().step() == Step.HOME_SURVEY && c.state().standing() == Standing.RUNNING;
        if (!survey || (!c.state().owners().contains(me.role()) && !Assignments.directs(me.role(), c))) {
            return List.of();
        }
        return accounts.inArea(new Area(c.village().substring(0, COUNTY)), Role.SURVEYOR).stream()
                .filter(o -> o.area().contains(c.village()) && !relatives.isRelative(o.id(), c.household()))
                .toList();
    }

    /** The visits of a case in the round that runs. */
    List<Visit> of(CaseFile c) {
        return store.of(c.id()).stream()
                .filter(v -> !v.askedOn().isBefore(c.since()))
                .toList();
    }

    /** The households to visit, the first due first: for a surveyor the assigned ones, for people of a village all of it. */
    @Transactional
    public List<CaseFile> toMake() {
        return lists
                .rows(
                        new ListStore.Wanted(
                                List.of(Step.HOME_SURVEY),
                                ListStore.Hands.ANY,
                                Scope.officer().id().value(),
                                ListStore.ALWAYS),
                        0,
                        MOST)
                .stream()
                .filter(c -> c.state().standing() == Standing.RUNNING)
                .toList();
    }

    /** The sheet for one visit. */
    @Transactional
    public Sheet sheet(String number) {
        CaseFile c = toVisit(number);
        noRelative(Scope.officer(), c);
        audit.record(Act.CASE_READ, Subject.ofCase(number, c.household()), "", "visit");
        Map<String, String> filled = of(c).stream()
                .filter(v -> v.visitor() == Scope.officer().id().value())
                .findFirst()
                .map(Visit::content)
                .orElse(Map.of());
        return new Sheet(c, households.get(c.household()), cases.work(c).fields(StepWork.Stage.FIRST), filled);
    }

    /** Writes down what was seen; may be written again until the township confirms. */
    @Transactional
    public void fill(String number, Map<String, String> values, Map<String, Picture> pictures) {
        Officer me = Scope.officer();
        CaseFile c = toVisit(number);
        noRelative(me, c);
        LocalDate day = today.date();
        Entry entry = new Entry(
                values,
                pictures.keySet(),
                day,
                c.openedOn(),
                day,
                c.homeVisit() ? Entry.Visit.REQUIRED : Entry.Visit.FREE,
                0);
        List<Problem> problems = cases.work(c).problems(entry, StepWork.Stage.FIRST);
        if (!problems.isEmpty()) {
            throw CaseFailure.incomplete(problems);
        }
        if (me.role() != Role.SURVEYOR) {
            store.ask(c, me, day);
        }
        if (!store.fill(c, me, day, values)) {
            throw new CaseFailure.NotFound(number);
        }
        pictures.forEach((kind, picture) -> papers.keep(c, kind, picture, me, day));
        audit.record(Act.CASE_STEP_DONE, Subject.ofCase(number, c.household()), "", "HOME_SURVEY visited");
    }
}
