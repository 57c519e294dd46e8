package org.doudi.server.benefits;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.policy.Clause;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.casework.Papers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter by which a household is told what is asked back: months, reasons, clauses, and what it can do. */
@Service
public class RecoveryLetters {
    private final RecoveryViews views;
    private final Papers papers;
    private final AuditTrail trail;

    RecoveryLetters(RecoveryViews views, Papers papers, AuditTrail trail) {
        this.views = views;
        this.papers = papers;
        this.trail = trail;
    }

    /** The letter as PDF, once the household was told. */
    @Transactional
    public byte[] notice(long id) {
        RecoveryView view = views.get(id);
        Recovery recovery = view.row().recovery();
        if (view.answerBy() == null) {
            throw new RunRefused(Cause.NO_RUN);
        }
        Set<Clause> clauses = new LinkedHashSet<>(
                List.of(AwardPart.Kind.of(recovery.aid()).clause(), Clause.ENTRY_AND_EXIT, Clause.FUND_INSPECTION));
        trail.record(
                Act.EXPORTED,
                new Subject(recovery.household(), recovery.person(), null),
                "",
                "notice of recovery " + id);
        return papers.pdf("benefits/paper-recovery", Map.of("view", view, "r", recovery, "clauses", clauses));
    }
}
