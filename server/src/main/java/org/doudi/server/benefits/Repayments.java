package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.Repayment.State;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.RecoveryStore;
import org.doudi.server.benefits.store.RepaymentStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that a household pays back itself, in cash or by a transfer to the treasury. One person of finance enters the receipt, another books it:
 * the money is back in the pool, and what is left to recover is less by it.
 */
@Service
public class Repayments {
    /** How many rows a page holds. */
    public static final int PAGE = 50;

    private static final Pattern RECEIPT = Pattern.compile("[A-Z0-9][A-Z0-9-]{3,39}");
    private static final Set<Recovery.State> TOLD =
            Set.of(Recovery.State.NOTICED, Recovery.State.ANSWERED, Recovery.State.AGREED);

    private final RepaymentStore store;
    private final RecoveryStore recoveries;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Today today;

    Repayments(RepaymentStore store, RecoveryStore recoveries, Ledger ledger, AuditTrail trail, Today today) {
        this.store = store;
        this.recoveries = recoveries;
        this.ledger = ledger;
        this.trail = trail;
        this.today = today;
    }

    /** What a receipt says. */
    public record Receipt(Repayment.Way way, long fen, LocalDate paidOn, String number) {}

    /** Those of one's area, those that wait first. */
    @Transactional
    public List<Repayment> all(int page) {
        return store.all(page * PAGE, PAGE);
    }

    /** Those of a recovery. */
    @Transactional
    public List<Repayment> of(long recovery) {
        return store.of(recovery);
    }

    /** Enters a receipt; it counts once a second person has booked it. */
    @Transactional
    public void enter(long recovery, Receipt receipt) {
        Officer officer = finance();
        Recovery r = recoveries.lock(recovery).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (!TOLD.contains(r.state()) || !store.isFinal(recovery)) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        String number = receipt.number().strip().toUpperCase(Locale.ROOT);
        if (!RECEIPT.matcher(number).matches()) {
            throw new RunRefused(Cause.RECEIPT_NUMBER);
        }
        LocalDate told = r.noticedOn();
        if (receipt.paidOn().isAfter(today.date())
                || (told != null && receipt.paidOn().isBefore(told))) {
            throw new RunRefused(Cause.RECEIPT_DAY);
        }
        long left = r.leftFen() - store.waiting(recovery);
        if (receipt.fen() < 1 || receipt.fen() > left) {
            throw new RunRefused(Cause.AMOUNT, left);
        }
        long id = store.insert(
                        recovery,
                        receipt.way(),
                        receipt.fen(),
                        receipt.paidOn(),
                        number,
                        officer.id().value(),
                        today.date())
                .orElseThrow(() -> new RunRefused(Cause.RECEIPT_TAKEN));
        note(r, "repayment " + id + " entered: " + receipt.fen() + " fen, receipt " + number);
    }

    /** A second person books it. */
    @Transactional
    public void book(long id) {
        Officer officer = finance();
        Repayment repayment = waiting(id, officer);
        Recovery r = recoveries.lock(repayment.recovery()).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (repayment.fen() > r.leftFen()) {
            throw new RunRefused(Cause.AMOUNT, r.leftFen());
        }
        store.decide(id, State.BOOKED, officer.id().value(), today.date(), "");
        store.repaid(r.id(), repayment.fen());
        ledger.book(
                officer.area().code(),
                Ledger.Entry.REPAID,
                null,
                "repayment-" + id,
                repayment.receipt(),
                Map.of(Account.paid(r.aid()), -repayment.fen(), Account.POOL, repayment.fen()));
        note(r, "repayment " + id + " booked");
    }

    /** A second person finds that it is not as entered. */
    @Transactional
    public void refuse(long id, String why) {
        Officer officer = finance();
        Repayment repayment = waiting(id, officer);
        if (why.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        store.decide(id, State.REFUSED, officer.id().value(), today.date(), why.strip());
        recoveries.find(repayment.recovery()).ifPresent(r -> note(r, "repayment " + id + " refused: " + why.strip()));
    }

    private Repayment waiting(long id, Officer officer) {
        Repayment repayment = store.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (repayment.state() != State.ENTERED) {
            throw new RunRefused(Cause.OVERTAKEN);
        }
        if (repayment.enteredBy() == officer.id().value()) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
        return repayment;
    }

    private static Officer finance() {
        Officer officer = Scope.officer();
        if (officer.role() != Role.FINANCE_OFFICER || officer.area().code().length() != 6) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return officer;
    }

    private void note(Recovery r, String what) {
        trail.record(Act.RECOVERY_MOVED, new Subject(r.household(), r.person(), null), "recovery " + r.id(), what);
    }
}
