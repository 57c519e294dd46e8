package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.Objection.Contested;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.casework.store.ObjectionStore;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections against a notice that is up; the notice cannot end before they are answered (clause 2.4-11). */
@Service
public class Objections {
    private final Cases cases;
    private final CaseStore store;
    private final ObjectionStore objections;
    private final Barriers barriers;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Today today;

    Objections(
            Cases cases,
            CaseStore store,
            ObjectionStore objections,
            Barriers barriers,
            Deadlines deadlines,
            AuditTrail audit,
            Today today) {
        this.cases = cases;
        this.store = store;
        this.objections = objections;
        this.barriers = barriers;
        this.deadlines = deadlines;
        this.audit = audit;
        this.today = today;
    }

    /** Takes an objection down that somebody told; the county will have to visit the household. */
    @Transactional
    public void object(String number, Contested contests, String words) {
        CaseFile c = cases.get(number);
        need("words", words);
        add(c, contests, words);
    }

    /** Adds an objection to the notice that is up, and tells its id. */
    long add(CaseFile c, Contested contests, String words) {
        if (!c.state().step().isNotice() || c.state().standing().isFinal()) {
            throw new CaseFailure.NotNow("no notice is up");
        }
        LocalDate day = today.date();
        LocalDate due = deadlines.answerBy(c.state().step(), c.openedOn(), day);
        long id = objections.add(c, contests, day, due, words.strip());
        // also where the case was objected to before: who takes the notice down at this moment is told
        if (!store.update(c.flagged(c.relative(), true, c.homeVisit()))) {
            throw new CaseFailure.Overtaken(c.number());
        }
        audit.record(Act.CASE_STEP_DONE, Subject.ofCase(c.number(), c.household()), "", "objection");
        return id;
    }

    /** Begins to look into an objection, so that who made it can see that. */
    @Transactional
    public void take(String number, long objection) {
        CaseFile c = cases.get(number);
        barriers.pass(Scope.officer(), c);
        if (!objections.take(c.id(), objection, today.date())) {
            throw new CaseFailure.NotNow("no such objection waits");
        }
        audit.record(Act.CASE_STEP_DONE, Subject.ofCase(number, c.household()), "", "objection taken");
    }

    /** Answers an objection. */
    @Transactional
    public void answer(String number, long objection, String answer) {
        CaseFile c = cases.get(number);
        barriers.pass(Scope.officer(), c);
        need("answer", answer);
        if (!objections.answer(c.id(), objection, today.date(), answer.strip())) {
            throw new CaseFailure.NotNow("no such objection waits");
        }
        audit.record(Act.CASE_STEP_DONE, Subject.ofCase(number, c.household()), "", "answer");
    }

    private static void need(String field, String text) {
        if (text.isBlank()) {
            throw CaseFailure.incomplete(List.of(new Problem(field, "missing", List.of())));
        }
    }
}
