package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.SigningScheme.Band;
import org.doudi.server.benefits.store.LineStore;
import org.doudi.server.benefits.store.RunStore;
import org.doudi.server.benefits.store.SigningStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signatures that a run needs by its amount before its money goes: who gave one, and who has to yet. */
@Service
public class Signatures {
    private final SigningStore store;
    private final RunStore runs;
    private final LineStore lines;
    private final AuditTrail trail;
    private final Today today;

    Signatures(SigningStore store, RunStore runs, LineStore lines, AuditTrail trail, Today today) {
        this.store = store;
        this.runs = runs;
        this.lines = lines;
        this.trail = trail;
        this.today = today;
    }

    /** A signature. */
    public record Signed(long officer, String name, Role role, LocalDate on) {}

    /**
     * How a run stands.
     *
     * @param fen the amount that decides
     * @param finance how many of finance are missing, without whoever releases
     * @param approvers how many approvers are missing
     */
    public record Standing(long fen, Band band, List<Signed> signed, int finance, int approvers) {
        /** Whether one of finance may release. */
        public boolean isEnough() {
            return finance == 0 && approvers == 0;
        }
    }

    /** How a run stands, seen by whoever would release it: that person's own signature is the release. */
    @Transactional
    public Standing standing(Run run) {
        long fen = lines.payable(run);
        Band band =
                store.inForce(run.county(), today.date()).map(s -> s.band(fen)).orElse(Band.LEAST);
        List<Signed> signed = store.signed(run.id());
        long me = Scope.officer().id().value();
        long finance = signed.stream()
                .filter(s -> s.role() == Role.FINANCE_OFFICER && s.officer() != me)
                .count();
        long approvers =
                signed.stream().filter(s -> s.role() == Role.COUNTY_APPROVER).count();
        return new Standing(fen, band, signed, (int) Math.max(0, band.finance() - 1 - finance), (int)
                Math.max(0, band.approvers() - approvers));
    }

    /** Signs a run whose money is set aside. Who made or checked it does not sign, and nobody signs twice. */
    @Transactional
    public void sign(long id) {
        Officer officer = Scope.officer();
        Run run = runs.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (!Set.of(Role.FINANCE_OFFICER, Role.COUNTY_APPROVER).contains(officer.role())
                || run.state() != Run.State.FUNDED) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        long me = officer.id().value();
        Long checkedBy = run.checkedBy();
        if (run.madeBy() == me || (checkedBy != null && checkedBy == me)) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
        if (!store.sign(run, me, officer.role(), today.date())) {
            throw new RunRefused(Cause.SIGNED_BEFORE);
        }
        trail.record(Act.RUN_MOVED, Subject.NONE, run.kind() + " " + run.county() + " " + run.month(), "signed");
    }

    /** Refuses to let a run go that lacks a signature. */
    void enough(Run run) {
        Standing standing = standing(run);
        if (!standing.isEnough()) {
            throw new RunRefused(Cause.SIGNATURES, standing.fen());
        }
    }
}
