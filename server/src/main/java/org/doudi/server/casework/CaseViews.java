package org.doudi.server.casework;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.HouseholdsInSight;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.CaseFile.Posting;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.StepWork;
import org.doudi.server.casework.store.BenefitStore;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.casework.store.ObjectionStore;
import org.doudi.server.casework.store.PaperStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what pages and papers show of a case. */
@Service
public class CaseViews {
    private static final int ADULT = 18;

    private final Cases cases;
    private final CaseStore store;
    private final BenefitStore benefits;
    private final ObjectionStore objections;
    private final PaperStore papers;
    private final Barriers barriers;
    private final Assignments assignments;
    private final Visits visits;
    private final Households households;
    private final WorkList workList;
    private final Letters letters;
    private final HouseholdsInSight inSight;
    private final AuditTrail audit;
    private final Today today;

    CaseViews(
            Cases cases,
            CaseStore store,
            BenefitStore benefits,
            ObjectionStore objections,
            PaperStore papers,
            Barriers barriers,
            Assignments assignments,
            Visits visits,
            Households households,
            WorkList workList,
            Letters letters,
            HouseholdsInSight inSight,
            AuditTrail audit,
            Today today) {
        this.cases = cases;
        this.store = store;
        this.benefits = benefits;
        this.objections = objections;
        this.papers = papers;
        this.barriers = barriers;
        this.assignments = assignments;
        this.visits = visits;
        this.households = households;
        this.workList = workList;
        this.letters = letters;
        this.inSight = inSight;
        this.audit = audit;
        this.today = today;
    }

    /** The page of a case. */
    @Transactional
    public CaseView of(String number) {
        CaseFile c = cases.get(number);
        HouseholdView household = households.get(c.household());
        List<BenefitLine> lines = benefits.of(c.id());
        Officer me = Scope.officer();
        boolean owns = c.state().owners().contains(me.role());
        boolean mine = owns && (c.holder() == null || c.isHeldBy(me));
        boolean working = mine && c.state().standing() == Standing.RUNNING;
        StepWork.Stage stage = Cases.stage(c);
        Map<String, String> names = new LinkedHashMap<>();
        household.members().forEach(m -> names.put(m.number(), m.name()));
        Map<Step, List<Long>> pictures = new EnumMap<>(Step.class);
        for (Step step : List.of(Step.HOME_SURVEY, Step.VILLAGE_NOTICE, Step.COUNTY_NOTICE)) {
            pictures.put(step, papers.pictures(c.id(), step));
        }
        List<StepReport> reports = store.reports(c.id());
        audit.record(Act.CASE_READ, Subject.ofCase(number, c.household()), "", "");
        return new CaseView(
                c,
                household,
                rail(c, reports),
                lines,
                reports,
                objections.of(c.id()),
                working ? cases.work(c, () -> household).fields(stage) : List.of(),
                working && c.state().step().isJudging() ? lines : List.of(),
                mine,
                stage == StepWork.Stage.SECOND,
                workList.left(c),
                moves(c, me, mine),
                new CaseView.Hands(owns && c.holder() == null, c.isHeldBy(me), assignments.candidates(c)),
                visits.of(c),
                visits.surveyors(c),
                names,
                pictures);
    }

    private Set<Move> moves(CaseFile c, Officer me, boolean mine) {
        Set<Move> moves = EnumSet.noneOf(Move.class);
        for (Move move : List.of(Move.RETURN, Move.PAUSE, Move.RESUME, Move.WITHDRAW)) {
            if (mine && c.state().after(move).isPresent()) {
                moves.add(move);
            }
        }
        if (barriers.mayExtend(me, c)) {
            moves.add(Move.EXTEND);
        }
        if (barriers.mayReopen(me, c)) {
            moves.add(Move.REOPEN);
        }
        return moves;
    }

    private static List<CaseView.RailStop> rail(CaseFile c, List<StepReport> reports) {
        List<CaseView.RailStop> rail = new ArrayList<>();
        for (Step step : Step.values()) {
            int order = step.compareTo(c.state().step());
            boolean closed = c.state().standing() == Standing.CLOSED;
            StepReport last = null;
            for (StepReport report : reports) {
                if (report.step() == step && report.move() == Move.DONE) {
                    last = report;
                }
            }
            String state = order < 0 || closed ? "done" : order == 0 ? "now" : "todo";
            rail.add(new CaseView.RailStop(
                    step,
                    state,
                    last == null || order > 0 ? null : last.doneOn(),
                    last == null || order > 0 ? null : last.officerName()));
        }
        return rail;
    }

    /** The cases of a household, for its page. */
    @Transactional
    public List<CaseFile> ofHousehold(long household) {
        if (!inSight.sees(household)) {
            throw new NoSuchElementException("no household " + household + " here");
        }
        return store.ofHousehold(household);
    }

    /** A picture of a case. */
    @Transactional
    public Picture picture(String number, long id) {
        CaseFile c = cases.get(number);
        return papers.picture(c.id(), id).orElseThrow(() -> new NoSuchElementException("no such picture"));
    }

    /** The notice of a case as it hangs on the wall. */
    @Transactional
    public NoticeView notice(String number) {
        CaseFile c = cases.get(number);
        HouseholdView household = households.get(c.household());
        Posting posting = c.posting();
        long fen = benefits.of(c.id()).stream()
                .filter(l -> l.benefit() == Benefit.DIBAO && l.standing() == Outcome.GRANTED)
                .mapToLong(BenefitLine::fen)
                .sum();
        return new NoticeView(
                c.number(),
                household.division(),
                applicant(household),
                household.members().size(),
                Assessment.yuan(fen),
                posting == null ? null : posting.from(),
                posting == null ? null : posting.to());
    }

    private String applicant(HouseholdView household) {
        for (MemberView m : household.members()) {
            if (m.name().equals(household.headName())
                    && m.birth().plusYears(ADULT).isAfter(today.date())) {
                return m.name().substring(0, m.name().offsetByCodePoints(0, 1)) + "某";
            }
        }
        return household.headName();
    }

    /** The decision letter as PDF. */
    @Transactional
    public byte[] letter(String number) {
        CaseFile c = cases.get(number);
        Receipt receipt = papers.receipt(c.id())
                .filter(r -> c.state().step() == Step.LETTER)
                .orElseThrow(() -> new NoSuchElementException("case " + number + " is not decided"));
        Map<String, String> decision = Map.of();
        for (StepReport report : store.reports(c.id())) {
            if (report.step() == Step.DECISION && report.move() == Move.DONE) {
                decision = report.content();
            }
        }
        audit.record(Act.EXPORTED, Subject.ofCase(number, c.household()), "", "letter");
        // a letter written again later still names who lived there on the day of the decision
        HouseholdView then = households
                .find(c.household(), receipt.decidedOn(), today.now())
                .orElseGet(() -> households.get(c.household()));
        return letters.decision(c, then, benefits.of(c.id()), receipt, decision);
    }

    /** The receipt that the family takes home from the door, as PDF. */
    @Transactional
    public byte[] receipt(String number) {
        CaseFile c = cases.get(number);
        audit.record(Act.EXPORTED, Subject.ofCase(number, c.household()), "", "receipt");
        return letters.receipt(c, households.get(c.household()));
    }
}
