package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.doudi.policy.Consent;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.BenefitLine.Judgement;
import org.doudi.server.casework.CaseFile.Posting;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.State;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Entry;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.casework.step.StepWork;
import org.doudi.server.casework.step.Works;
import org.doudi.server.casework.store.BenefitStore;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.casework.store.ObjectionStore;
import org.doudi.server.casework.store.PaperStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.shell.Today;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One door, one case: opens cases and moves them along their path. Every change is one transaction with its audit entry. */
@Service
public class Cases {
    private static final int ADULT = 18;

    private final CaseStore store;
    private final BenefitStore benefits;
    private final ObjectionStore objections;
    private final PaperStore papers;
    private final Households households;
    private final Facts facts;
    private final Receipts receipts;
    private final Aftermath aftermath;
    private final Barriers barriers;
    private final Progress progress;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Today today;

    Cases(
            CaseStore store,
            BenefitStore benefits,
            ObjectionStore objections,
            PaperStore papers,
            Households households,
            Facts facts,
            Receipts receipts,
            Aftermath aftermath,
            Barriers barriers,
            Progress progress,
            Deadlines deadlines,
            AuditTrail audit,
            Today today) {
        this.store = store;
        this.benefits = benefits;
        this.objections = objections;
        this.papers = papers;
        this.households = households;
        this.facts = facts;
        this.receipts = receipts;
        this.aftermath = aftermath;
        this.barriers = barriers;
        this.progress = progress;
        this.deadlines = deadlines;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Opens the case of a household, or answers the one that is running.
     *
     * @return the case's number
     * @throws java.util.NoSuchElementException if the household is not in one's area
     */
    @Transactional
    public String open(long household) {
        Officer officer = Scope.officer();
        HouseholdView view = households.get(household);
        var running = store.running(household);
        if (running.isPresent()) {
            return running.get().number();
        }
        LocalDate day = today.date();
        String township = Divisions.township(view.village());
        String number = "%s-%d-%04d".formatted(township, day.getYear(), store.nextNumber(township, day.getYear()));
        LocalDate due = deadlines.due(Step.ACCEPTANCE, day, day);
        CaseFile fresh = new CaseFile(
                0,
                number,
                view.village(),
                household,
                view.headName(),
                day,
                officer.id().value(),
                State.FIRST,
                day,
                due,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                0);
        try {
            store.insert(fresh);
        } catch (DuplicateKeyException e) {
            throw new CaseFailure.Overtaken(number);
        }
        audit.record(Act.CASE_OPENED, Subject.ofCase(number, household), "", "");
        return number;
    }

    /** A case in one's area. */
    @Transactional
    public CaseFile get(String number) {
        return barriers.withKin(store.find(number).orElseThrow(() -> new CaseFailure.NotFound(number)));
    }

    /** What a step's form asks now. */
    @Transactional
    public StepWork work(CaseFile c) {
        return work(c, () -> households.get(c.household()));
    }

    StepWork work(CaseFile c, Supplier<HouseholdView> household) {
        Map<String, String> adults = c.state().step() == Step.ACCEPTANCE ? adults(household.get()) : Map.of();
        return Works.of(c.state().step(), c.openedOn(), adults, deadlines);
    }

    /** Whether the notice of this step is still to be posted; {@code SECOND} once it is. */
    static StepWork.Stage stage(CaseFile c) {
        return c.posting() != null ? StepWork.Stage.SECOND : StepWork.Stage.FIRST;
    }

    /**
     * Does the step that the case is at.
     *
     * @param version of the case that the form was made from
     * @param key of the form; sent twice, it works once
     * @param pictures by field
     * @throws CaseFailure if it cannot be done; then nothing was changed
     */
    @Transactional
    public void work(
            String number, int version, String key, Map<String, String> values, Map<String, Picture> pictures) {
        CaseFile c = get(number);
        if (store.taken(c.id(), key)) {
            return;
        }
        Officer officer = Scope.officer();
        barriers.pass(officer, c);
        sameVersion(c, version);
        StepWork.Stage stage = stage(c);
        Step step = c.state().step();
        LocalDate day = today.date();
        List<Problem> problems = new ArrayList<>(work(c).problems(entry(c, values, pictures.keySet(), day), stage));
        Map<BenefitLine, Judgement> verdicts = new LinkedHashMap<>();
        if (step.isJudging()) {
            problems.addAll(Verdict.read(benefits.of(c.id()), values, step, verdicts));
        }
        if (step == Step.DECISION && problems.isEmpty()) {
            problems.addAll(aftermath.causes(c, values, verdicts));
        }
        if (!problems.isEmpty()) {
            throw new CaseFailure.Incomplete(problems);
        }
        verdicts.forEach((line, verdict) -> benefits.judge(c, line, verdict));
        pictures.forEach((kind, picture) -> papers.keep(c, kind, picture, officer, day));
        if (step.isNotice() && stage == StepWork.Stage.FIRST) {
            progress.write(c, c.state(), Move.POST, values, key, Act.NOTICE_POSTED);
            return;
        }
        State next = c.state().after(Move.DONE).orElseThrow(() -> new CaseFailure.NotNow("not running"));
        if (step == Step.ACCEPTANCE) {
            facts.record(
                    FactChange.of(c.household(), new FactContent.Agreed(Consent.GIVEN), day, "case " + c.number()),
                    "application");
        }
        if (step.compareTo(Step.TOWNSHIP_REVIEW) < 0) {
            benefits.replace(c, Benefits.of(households.assess(c.household(), day, today.now())));
        }
        if (step == Step.DECISION) {
            receipts.keep(c);
            aftermath.follow(c, values);
        }
        progress.write(flagged(c, values), next, Move.DONE, values, key, act(step));
    }

    private Entry entry(CaseFile c, Map<String, String> values, Set<String> pictures, LocalDate day) {
        Set<String> shown = new HashSet<>(pictures);
        if (c.state().step() == Step.HOME_SURVEY
                && !papers.pictures(c.id(), Step.HOME_SURVEY, c.since()).isEmpty()) {
            // who visited for the office brought the photograph already
            shown.add("photo");
        }
        Posting posting = c.posting();
        return new Entry(
                values,
                shown,
                day,
                c.openedOn(),
                posting == null ? day : posting.from(),
                c.homeVisit() ? Entry.Visit.REQUIRED : Entry.Visit.FREE,
                objections.waiting(c.id()));
    }

    private static Act act(Step step) {
        return switch (step) {
            case DECISION -> Act.CASE_DECIDED;
            case LETTER -> Act.LETTER_ISSUED;
            default -> Act.CASE_STEP_DONE;
        };
    }

    /** Sends back, pauses, goes on, puts off, withdraws or opens again, with the reason. */
    @Transactional
    public void move(String number, int version, String key, Move move, String reason) {
        CaseFile c = get(number);
        if (store.taken(c.id(), key)) {
            return;
        }
        if (reason.isBlank()) {
            throw new CaseFailure.Incomplete(List.of(new Problem("reason", "missing", List.of())));
        }
        switch (move) {
            case REOPEN -> barriers.passReopening(Scope.officer(), c);
            case EXTEND -> barriers.passExtending(Scope.officer(), c);
            case RETURN, PAUSE, RESUME, WITHDRAW -> barriers.pass(Scope.officer(), c);
            case DONE, POST -> throw new CaseFailure.NotNow("a step is done by its form");
        }
        sameVersion(c, version);
        State next = c.state().after(move).orElseThrow(() -> new CaseFailure.NotNow(move + " from " + c.state()));
        if (move == Move.REOPEN) {
            aftermath.withdraw(c);
        }
        if (move == Move.REOPEN || move == Move.RETURN) {
            benefits.unjudge(c);
        }
        progress.write(c, next, move, Map.of("reason", reason), key, Act.CASE_STEP_DONE);
    }

    private static void sameVersion(CaseFile c, int version) {
        if (c.version() != version) {
            throw new CaseFailure.Overtaken(c.number());
        }
    }

    private static CaseFile flagged(CaseFile c, Map<String, String> values) {
        boolean relative =
                c.relative() || (c.state().step() == Step.ACCEPTANCE && "YES".equals(values.get("relative")));
        boolean visit = c.homeVisit() || relative || c.complaint() || Spotcheck.draws(c.number());
        return c.flagged(relative, c.complaint(), visit);
    }

    private Map<String, String> adults(HouseholdView household) {
        Map<String, String> adults = new LinkedHashMap<>();
        for (MemberView m : household.members()) {
            if (m.death() == null && !m.birth().plusYears(ADULT).isAfter(today.date())) {
                adults.put(m.number(), m.name());
            }
        }
        return adults;
    }

    /** The steps that a role's office owns. */
    public static List<Step> stepsOf(Role role) {
        return Arrays.stream(Step.values())
                .filter(s -> s.owners().contains(role))
                .toList();
    }
}
