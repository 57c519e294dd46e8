package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.RunStore;
import org.doudi.server.identity.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes a month as the real run would, in a transaction that is rolled back: the figures are told, and nothing of it stays. */
@Service
public class DryRun {
    private static final String WHY = "dry run";

    private final Runs runs;
    private final RunStore store;
    private final TransactionTemplate transaction;

    DryRun(Runs runs, RunStore store, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A month that was computed and is not there. */
    public record Trial(Run run, RunFigures figures) {}

    /** The figures that a month would have if it were begun now; an open run of that month is computed anew. */
    public Trial of(LocalDate month) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            store.standing(Scope.officer().area().code(), month).ifPresent(this::putAside);
            Run run = runs.draft(month, UUID.randomUUID().toString());
            return new Trial(run, runs.figures(run.id()));
        }));
    }

    private void putAside(Run run) {
        if (run.state() != Run.State.COMPUTED && run.state() != Run.State.CHECKED) {
            throw new RunRefused(Cause.RUN_EXISTS);
        }
        runs.cancel(run.id(), run.version(), UUID.randomUUID().toString(), WHY);
    }
}
