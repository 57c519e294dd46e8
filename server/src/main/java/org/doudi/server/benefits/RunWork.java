package org.doudi.server.benefits;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.WorkStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes a month and lets it go behind the pages, one at a time in a county. Each is one transaction: it is seen how far it is, and stopped in the
 * middle nothing of it is there, so that to go on is to begin again.
 */
@Service
public class RunWork {
    private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);

    /** A small county is done before anybody looks. */
    private static final long SECONDS_AT_ONCE = 8;

    private static final int AT_ONCE = 2;

    private final WorkStore store;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "run-work");
        thread.setDaemon(true);
        return thread;
    });

    RunWork(WorkStore store, AuditTrail trail, PlatformTransactionManager transactions) {
        this.store = store;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is done. */
    public enum What {
        COMPUTE,
        RELEASE
    }

    /** How it stands. */
    public enum Standing {
        RUNNING,
        DONE,
        STOPPED,
        /** Something was in the way, which {@link Progress#refused} says. */
        REFUSED,
        FAILED
    }

    /**
     * How far the work of a county is.
     *
     * @param done about how many lines are computed, or sent
     * @param total about how many there will be
     * @param run the run that came of it, or null
     * @param refused why nothing came of it, or null
     * @param mine whether the reader may stop it
     */
    public record Progress(
            What what,
            LocalDate month,
            Standing standing,
            long done,
            long total,
            @Nullable Long run,
            @Nullable Cause refused,
            boolean mine) {}

    private final class Job {
        private final What what;
        private final LocalDate month;
        private final String key;
        private final Officer officer;
        private final long total;
        private final long first;
        private final CompletableFuture<Run> result = new CompletableFuture<>();
        private long process;
        private boolean stopping;

        Job(What what, LocalDate month, String key, long total) {
            this.what = what;
            this.month = month;
            this.key = key;
            this.officer = Scope.officer();
            this.total = total;
            this.first = counted();
        }

        private long counted() {
            return what == What.COMPUTE ? store.lines() : store.transfers();
        }

        synchronized void enter() {
            if (stopping) {
                throw new CancellationException("stopped before it began");
            }
            process = store.process();
        }

        synchronized void leave() {
            process = 0;
        }

        /** The process is told under the same lock under which it leaves, so that nobody else's work is broken off. */
        synchronized void stop() {
            stopping = true;
            if (process != 0) {
                store.breakOff(process);
            }
        }

        synchronized boolean isStopping() {
            return stopping;
        }
    }

    @PreDestroy
    void end() {
        workers.shutdownNow();
    }

    /** Computes a month of one's county; its run where that is soon done, else nothing yet. */
    public Optional<Run> compute(LocalDate month, String key, Supplier<Run> work) {
        String county = Scope.officer().area().code();
        return begin(What.COMPUTE, month, key, count(() -> store.owed(county, month)), work);
    }

    /** Lets a run go; the run where that is soon done, else nothing yet. */
    public Optional<Run> release(Run run, String key, Supplier<Run> work) {
        return begin(What.RELEASE, run.month(), key, count(() -> store.toPay(run)), work);
    }

    private long count(Supplier<Long> rows) {
        return Objects.requireNonNull(transaction.execute(status -> rows.get()));
    }

    private Optional<Run> begin(What what, LocalDate month, String key, long total, Supplier<Run> work) {
        Job fresh = new Job(what, month, key, total);
        Job job = Objects.requireNonNull(jobs.compute(
                fresh.officer.area().code(),
                (county, before) -> before != null && !before.result.isDone() ? before : fresh));
        if (job == fresh) {
            try {
                // the worker knows no network address, so who pressed the button, and from where, is noted here
                note(job, "begun");
                workers.execute(() -> carryOut(job, work));
            } catch (RuntimeException e) {
                jobs.remove(job.officer.area().code(), job);
                throw e;
            }
        } else if (!job.key.equals(key)) {
            throw new RunRefused(Cause.COMPUTING);
        }
        return soon(job);
    }

    private void carryOut(Job job, Supplier<Run> work) {
        try {
            job.result.complete(Scope.as(
                    job.officer,
                    () -> Objects.requireNonNull(transaction.execute(status -> {
                        job.enter();
                        try {
                            return work.get();
                        } finally {
                            job.leave();
                        }
                    }))));
        } catch (RuntimeException e) {
            if (job.isStopping()) {
                job.result.completeExceptionally(new CancellationException("stopped"));
            } else {
                job.result.completeExceptionally(e);
            }
        }
    }

    private static Optional<Run> soon(Job job) {
        try {
            return Optional.of(job.result.get(SECONDS_AT_ONCE, TimeUnit.SECONDS));
        } catch (TimeoutException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return Optional.empty();
            }
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        }
    }

    /** The work of one's county, the last where none is under way. */
    public Optional<Progress> progress() {
        Officer officer = Scope.officer();
        Job job = jobs.get(officer.area().code());
        if (job == null) {
            return Optional.empty();
        }
        Run run = null;
        Cause refused = null;
        Standing standing = Standing.RUNNING;
        if (job.result.isDone()) {
            try {
                run = job.result.join();
                standing = Standing.DONE;
            } catch (CancellationException e) {
                standing = Standing.STOPPED;
            } catch (CompletionException e) {
                standing = Standing.FAILED;
                if (e.getCause() instanceof RunRefused why) {
                    standing = Standing.REFUSED;
                    refused = why.why();
                } else if (e.getCause() instanceof CancellationException) {
                    standing = Standing.STOPPED;
                } else {
                    LOG.error("the work of {} failed", officer.area().code(), e.getCause());
                }
            }
        }
        long done = standing == Standing.DONE ? job.total : Math.min(job.total, Math.max(0, job.counted() - job.first));
        return Optional.of(new Progress(
                job.what,
                job.month,
                standing,
                done,
                job.total,
                run == null ? null : Long.valueOf(run.id()),
                refused,
                standing == Standing.RUNNING && officer.role() == job.officer.role()));
    }

    /** Stops the work of one's county; nothing of it stays. */
    public void stop() {
        Officer officer = Scope.officer();
        Job job = jobs.get(officer.area().code());
        if (job == null || job.result.isDone() || job.officer.role() != officer.role()) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        note(job, "stopped");
        job.stop();
    }

    private void note(Job job, String what) {
        transaction.executeWithoutResult(status -> trail.record(
                Act.RUN_MOVED, Subject.NONE, job.what + " " + job.officer.area().code() + " " + job.month, what));
    }
}
