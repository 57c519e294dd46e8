package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Consent;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.State;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Entry;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.casework.step.StepWork;
import org.doudi.server.casework.step.Works;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.casework.store.PaperStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
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
    private final PaperStore papers;
    private final Households households;
    private final Facts facts;
    private final Receipts receipts;
    private final Deadlines deadlines;
    private final Relatives relatives;
    private final AuditTrail audit;
    private final Today today;

    Cases(
            CaseStore store,
            PaperStore papers,
            Households households,
            Facts facts,
            Receipts receipts,
            Deadlines deadlines,
            Relatives relatives,
            AuditTrail audit,
            Today today) {
        this.store = store;
        this.papers = papers;
        this.households = households;
        this.facts = facts;
        this.receipts = receipts;
        this.deadlines = deadlines;
        this.relatives = relatives;
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
        String township = view.village().substring(0, 9);
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
        return store.find(number).orElseThrow(() -> new CaseFailure.NotFound(number));
    }

    /** What a step's form asks now. */
    @Transactional
    public StepWork work(CaseFile c) {
        return Works.of(c.state().step(), c.openedOn(), adults(c), deadlines);
    }

    /** Whether the notice of this step is still to be posted; {@code SECOND} once it is. */
    @Transactional
    public StepWork.Stage stage(CaseFile c) {
        return c.state().step().isNotice() && papers.posted(c).isPresent()
                ? StepWork.Stage.SECOND
                : StepWork.Stage.FIRST;
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
        Officer officer = mayWork(c, version);
        StepWork.Stage stage = stage(c);
        StepWork work = work(c);
        LocalDate day = today.date();
        int open = (int) store.objections(c.id()).stream()
                .filter(o -> o.answeredOn() == null)
                .count();
        Entry entry = new Entry(
                values,
                pictures.keySet(),
                day,
                c.openedOn(),
                papers.posted(c).orElse(day),
                c.homeVisit() ? Entry.Visit.REQUIRED : Entry.Visit.FREE,
                open);
        List<Problem> problems = new ArrayList<>(work.problems(entry, stage));
        List<BenefitLine> lines = store.benefits(c.id());
        Map<BenefitLine, Verdict> verdicts = new LinkedHashMap<>();
        if (c.state().step().isJudging()) {
            problems.addAll(Verdict.read(lines, values, c.state().step(), verdicts));
        }
        if (!problems.isEmpty()) {
            throw new CaseFailure.Incomplete(problems);
        }
        verdicts.forEach((line, verdict) -> store.judge(c, line, verdict.outcome(), verdict.reason()));
        pictures.forEach((kind, picture) -> papers.keep(c, kind, picture, officer, day));
        if (c.state().step().isNotice() && stage == StepWork.Stage.FIRST) {
            finish(c, c.state(), Move.POST, values, key, Act.NOTICE_POSTED);
            return;
        }
        State next = c.state().after(Move.DONE).orElseThrow();
        if (c.state().step() == Step.ACCEPTANCE) {
            facts.record(
                    FactChange.of(c.household(), new FactContent.Agreed(Consent.GIVEN), day, "case " + c.number()),
                    "application");
        }
        if (c.state().step().compareTo(Step.TOWNSHIP_REVIEW) < 0) {
            store.replaceBenefits(c, Benefits.of(households.assess(c.household(), day, today.now())));
        }
        if (c.state().step() == Step.DECISION) {
            receipts.keep(c);
        }
        finish(flagged(c, values), next, Move.DONE, values, key, act(c.state().step()));
    }

    private static Act act(Step step) {
        return switch (step) {
            case DECISION -> Act.CASE_DECIDED;
            case LETTER -> Act.LETTER_ISSUED;
            default -> Act.CASE_STEP_DONE;
        };
    }

    /** Sends back, pauses, goes on, withdraws or opens again, with the reason. */
    @Transactional
    public void move(String number, int version, String key, Move move, String reason) {
        CaseFile c = get(number);
        if (store.taken(c.id(), key)) {
            return;
        }
        if (reason.isBlank()) {
            throw new CaseFailure.Incomplete(List.of(new Problem("reason", "missing", List.of())));
        }
        if (move == Move.REOPEN) {
            mayReopen(c);
        } else {
            mayWork(c, version);
        }
        State next = c.state().after(move).orElseThrow(() -> new CaseFailure.NotNow(move + " from " + c.state()));
        finish(c, next, move, Map.of("reason", reason), key, Act.CASE_STEP_DONE);
    }

    private Officer mayWork(CaseFile c, int version) {
        Officer officer = Scope.officer();
        if (!c.state().owners().contains(officer.role())) {
            throw new CaseFailure.NotNow("the step belongs to another office");
        }
        if (relatives.isRelative(officer.id(), c.household())) {
            throw new CaseFailure.NearRelative(c.number());
        }
        if (c.version() != version) {
            throw new CaseFailure.Overtaken(c.number());
        }
        if (c.state().step().isJudging()
                && (c.openedBy() == officer.id().value()
                        || store.reports(c.id()).stream()
                                .anyMatch(r -> r.officer() == officer.id().value()
                                        && !r.step().isJudging()))) {
            throw new CaseFailure.FourEyes("officer " + officer.id().value() + " took part in " + c.number());
        }
        return officer;
    }

    private static void mayReopen(CaseFile c) {
        Officer officer = Scope.officer();
        if (!Step.DECISION.owners().contains(officer.role())
                && !Step.COUNTY_REVIEW.owners().contains(officer.role())) {
            throw new CaseFailure.NotNow("only the county opens case " + c.number() + " again");
        }
    }

    private static CaseFile flagged(CaseFile c, Map<String, String> values) {
        boolean relative =
                c.relative() || (c.state().step() == Step.ACCEPTANCE && "YES".equals(values.get("relative")));
        boolean visit = c.homeVisit() || relative || c.complaint() || Spotcheck.draws(c.number());
        return c.flagged(relative, c.complaint(), visit);
    }

    private void finish(CaseFile c, State next, Move move, Map<String, String> content, String key, Act act) {
        LocalDate day = today.date();
        store.report(c, move, Scope.officer(), day, content, key);
        boolean begins = move == Move.DONE || move == Move.RETURN || move == Move.REOPEN;
        // the clock of a step starts when it begins, when its notice is up, and anew after a pause
        boolean restarts = begins || move == Move.POST || move == Move.RESUME;
        LocalDate due =
                restarts && !next.standing().isFinal() ? deadlines.due(next.step(), c.openedOn(), day) : c.due();
        String reason = next.standing() == Standing.PAUSED ? content.get("reason") : null;
        save(c.at(next, begins ? day : c.since(), due, reason));
        audit.record(
                act, Subject.ofCase(c.number(), c.household()), "", c.state().step() + " " + move);
    }

    private void save(CaseFile c) {
        if (!store.update(c)) {
            throw new CaseFailure.Overtaken(c.number());
        }
    }

    private Map<String, String> adults(CaseFile c) {
        Map<String, String> adults = new LinkedHashMap<>();
        if (c.state().step() == Step.ACCEPTANCE) {
            for (MemberView m : households.get(c.household()).members()) {
                if (m.death() == null && !m.birth().plusYears(ADULT).isAfter(today.date())) {
                    adults.put(m.number(), m.name());
                }
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
