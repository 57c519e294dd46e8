package org.doudi.server.benefits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.LineStore;
import org.doudi.server.benefits.store.PriceSubsidyStore;
import org.doudi.server.benefits.store.RunStore;
import org.doudi.server.benefits.store.TransferStore;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A county's month, from frozen to paid: computed by one, looked at by a second, funded, let go by a third. Each command is one transaction
 * under a key: sent twice, it works once; broken off, nothing of it is there.
 */
@Service
public class Runs {
    /** The last day of the month to pay on, or the working day before it. */
    static final int PAY_BY = 10;

    private final RunStore store;
    private final LineStore lines;
    private final TransferStore transfers;
    private final PriceSubsidyStore prices;
    private final Ledger ledger;
    private final Signatures signatures;
    private final ExitNotices exits;
    private final RunSeal seal;
    private final WorkingDays calendar;
    private final AuditTrail trail;
    private final Today today;

    Runs(
            RunStore store,
            LineStore lines,
            TransferStore transfers,
            PriceSubsidyStore prices,
            Ledger ledger,
            Signatures signatures,
            ExitNotices exits,
            RunSeal seal,
            Deadlines deadlines,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.lines = lines;
        this.transfers = transfers;
        this.prices = prices;
        this.ledger = ledger;
        this.signatures = signatures;
        this.exits = exits;
        this.seal = seal;
        this.calendar = deadlines.calendar();
        this.trail = trail;
        this.today = today;
    }

    /** The runs of one's area, the newest first. */
    @Transactional
    public List<Run> all(int offset, int limit) {
        return store.all(offset, limit);
    }

    /** A run in one's area. */
    @Transactional
    public Run get(long id) {
        return store.find(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
    }

    /** What runs of one's area add up to, by run; one without lines is not among them. */
    @Transactional
    public Map<Long, RunFigures.Totals> totals(List<Run> runs) {
        return lines.totals(runs.stream().map(Run::id).toList());
    }

    /** What a run adds up to. */
    @Transactional
    public RunFigures figures(long id) {
        return lines.figures(get(id));
    }

    /**
     * Freezes what is known now and computes the month from it.
     *
     * @param month its first day
     * @return the run
     */
    @Transactional
    public Run draft(LocalDate month, String key) {
        if (month.getDayOfMonth() != 1) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        exits.announce();
        return begin(Run.Kind.MONTHLY, month, calendar.onOrBefore(month.withDayOfMonth(PAY_BY)), today.now(), key);
    }

    /** Computes a month of one kind from what was known at a moment. */
    @Transactional
    public Run begin(Run.Kind kind, LocalDate month, LocalDate dueOn, Instant frozenAt, String key) {
        Officer officer = who(Role.COUNTY_OFFICER);
        String county = county(officer);
        ledger.lock(county);
        long id = store.insert(
                        county, kind, month, frozenAt, dueOn, officer.id().value())
                .orElseThrow(() -> new RunRefused(Cause.RUN_EXISTS));
        store.command(id, key, "DRAFT", officer.id().value(), today.now());
        Run run = get(id);
        int computed = lines.compute(run);
        lines.settle(run, store.frozenBefore(run));
        lines.recover(run);
        note(run, "drafted with " + computed + " lines");
        return run;
    }

    /** A second person looked at the differences. */
    @Transactional
    public Run check(long id, int version, String key) {
        Officer officer = who(Role.COUNTY_APPROVER);
        Run run = at(id, version, key, "CHECK", Run.State.COMPUTED);
        if (run == null) {
            return get(id);
        }
        other(run.madeBy(), officer);
        upToDate(run);
        if (lines.figures(run).unexplained() > 0) {
            throw new RunRefused(Cause.UNEXPLAINED);
        }
        return moved(run, Run.State.CHECKED, officer.id().value(), null, null);
    }

    /** Sets the money aside in the county's pool; if there is not enough, nothing is set aside. */
    @Transactional
    public Run fund(long id, int version, String key) {
        who(Role.FINANCE_OFFICER);
        Run run = at(id, version, key, "FUND", Run.State.CHECKED);
        if (run == null) {
            return get(id);
        }
        upToDate(run);
        long fen = lines.payable(run);
        ledger.lock(run.county());
        long free = Objects.requireNonNull(ledger.balances(run.county()).get(Account.POOL));
        if (free < fen) {
            throw new RunRefused(Cause.NOT_ENOUGH, fen - free);
        }
        ledger.book(
                run.county(),
                Ledger.Entry.BLOCK,
                run.id(),
                "block-" + run.id(),
                "run " + run.id(),
                Map.of(Account.POOL, -fen, Account.BLOCKED, fen));
        return moved(run, Run.State.FUNDED, run.checkedBy(), null, null);
    }

    /** Lets the money go: each line that is to be paid and has an account gets its transfer, and the file is sealed. */
    @Transactional
    public Run release(long id, int version, String key) {
        Officer officer = who(Role.FINANCE_OFFICER);
        Run run = at(id, version, key, "RELEASE", Run.State.FUNDED);
        if (run == null) {
            return get(id);
        }
        other(run.madeBy(), officer);
        other(Objects.requireNonNull(run.checkedBy()), officer);
        ledger.lock(run.county());
        signatures.enough(run);
        transfers.send(run, today.date());
        seal.seal(run);
        return moved(run, Run.State.RELEASED, run.checkedBy(), officer.id().value(), today.date());
    }

    /** Gives up a run that no money was set aside for. */
    @Transactional
    public Run cancel(long id, int version, String key, String reason) {
        Officer officer = Scope.officer();
        if (!Set.of(Role.COUNTY_OFFICER, Role.COUNTY_APPROVER).contains(officer.role())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (reason.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        Run run = at(id, version, key, "CANCEL", Run.State.COMPUTED, Run.State.CHECKED);
        if (run == null) {
            return get(id);
        }
        lines.remove(run);
        return moved(run, Run.State.CANCELLED, run.checkedBy(), null, null);
    }

    /** Puts money of the budget into the pool. */
    @Transactional
    public void deposit(String county, long fen, String key, String words) {
        who(Role.FINANCE_OFFICER);
        if (fen <= 0 || !Scope.officer().area().code().equals(county)) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        ledger.book(
                county,
                Ledger.Entry.DEPOSIT,
                null,
                "deposit-" + county + "-" + key,
                words,
                Map.of(Account.FUNDING, -fen, Account.POOL, fen));
    }

    /** The run to move, locked; null if this very command moved it before. */
    private @Nullable Run at(long id, int version, String key, String what, Run.State... from) {
        Run run = store.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (!store.command(id, key, what, Scope.officer().id().value(), today.now())) {
            return null;
        }
        if (!Set.of(from).contains(run.state())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (run.version() != version) {
            throw new RunRefused(Cause.OVERTAKEN);
        }
        return run;
    }

    private void upToDate(Run run) {
        if (prices.isOutdated(run)) {
            throw new RunRefused(Cause.FIGURE_CORRECTED);
        }
    }

    private Run moved(
            Run run,
            Run.State to,
            @Nullable Long checkedBy,
            @Nullable Long releasedBy,
            @Nullable LocalDate releasedOn) {
        store.move(run, to, checkedBy, releasedBy, releasedOn);
        note(run, run.state() + " to " + to);
        return get(run.id());
    }

    private void note(Run run, String what) {
        trail.record(Act.RUN_MOVED, Subject.NONE, run.kind() + " " + run.county() + " " + run.month(), what);
    }

    private static Officer who(Role role) {
        Officer officer = Scope.officer();
        if (officer.role() != role) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return officer;
    }

    private static String county(Officer officer) {
        String code = officer.area().code();
        if (code.length() != 6) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return code;
    }

    private static void other(long before, Officer officer) {
        if (before == officer.id().value()) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
    }
}
