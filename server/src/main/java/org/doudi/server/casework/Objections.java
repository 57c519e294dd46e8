package org.doudi.server.casework;

import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
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
    private final AuditTrail audit;
    private final Today today;

    Objections(
            Cases cases, CaseStore store, ObjectionStore objections, Barriers barriers, AuditTrail audit, Today today) {
        this.cases = cases;
        this.store = store;
        this.objections = objections;
        this.barriers = barriers;
        this.audit = audit;
        this.today = today;
    }

    /** Takes an objection down; the county will have to visit the household. */
    @Transactional
    public void object(String number, String words) {
        CaseFile c = cases.get(number);
        if (!c.state().step().isNotice() || c.state().standing().isFinal()) {
            throw new CaseFailure.NotNow("no notice is up");
        }
        need("words", words);
        objections.add(c, today.date(), words.strip());
        if (!store.update(c.flagged(c.relative(), true, c.homeVisit()))) {
            throw new CaseFailure.Overtaken(number);
        }
        audit.record(Act.CASE_STEP_DONE, Subject.ofCase(number, c.household()), "", "objection");
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
