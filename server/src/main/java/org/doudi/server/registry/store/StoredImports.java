package org.doudi.server.registry.store;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.doudi.linkage.table.ListReader;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Hit;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RowDecided;
import org.doudi.server.registry.RowLinkage;
import org.doudi.server.registry.store.ImportWork.Judged;
import org.doudi.server.registry.store.ImportWork.Plan;
import org.doudi.server.registry.store.ImportWork.Staged;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
@Transactional
class StoredImports implements ListImports {
    private static final Logger LOG = LoggerFactory.getLogger(StoredImports.class);
    private static final int SHOWN = 10;
    private static final int LATEST = 20;

    private final ImportRows rows;
    private final ImportWork work;
    private final RowReopening reopening;
    private final HouseholdLists households;
    private final RollBatch rolls;
    private final Filled filled;
    private final Today today;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final ObjectProvider<RowLinkage> linkage;
    private final ApplicationEventPublisher events;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "list-import");
        thread.setDaemon(true);
        return thread;
    });

    StoredImports(
            ImportRows rows,
            ImportWork work,
            RowReopening reopening,
            HouseholdLists households,
            RollBatch rolls,
            Filled filled,
            Today today,
            AuditTrail trail,
            TransactionTemplate transaction,
            ObjectProvider<RowLinkage> linkage,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.work = work;
        this.reopening = reopening;
        this.households = households;
        this.rolls = rolls;
        this.filled = filled;
        this.today = today;
        this.trail = trail;
        this.transaction = transaction;
        this.linkage = linkage;
        this.events = events;
    }

    /** Asks the running import to stop after its batch; it goes on when it is begun again. */
    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    @Override
    public long read(ListKind list, String fileName, Path file) {
        Officer officer = Scope.officer();
        if (list.department() != officer.department()) {
            throw new NoSuchElementException("a list of another department");
        }
        String hash = ListFile.hash(file);
        Optional<Long> before = rows.same(list, hash);
        if (before.isPresent()) {
            return before.get();
        }
        String village = officer.area().from();
        long id = rows.open(list, fileName, hash, village);
        int[] total = new int[1];
        StagedRows staged = new StagedRows(batch -> {
            work.stage(id, village, batch);
            total[0] += batch.size();
        });
        try {
            ListReader.read(file, staged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staged.flush();
        rows.staged(id, staged.columns(), columns(list, staged.columns()), total[0]);
        trail.record(Act.LIST_IMPORTED, Subject.NONE, "", list + " read, rows " + total[0]);
        return id;
    }

    /** As people told it for the same header before, else as the headers are commonly meant. */
    private Map<ListColumn, Integer> columns(ListKind list, List<String> header) {
        Map<ListColumn, Integer> guessed = new EnumMap<>(ListColumn.class);
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            ListColumn.guess(header.get(i)).ifPresent(c -> guessed.putIfAbsent(c, place));
        }
        return rows.remembered(list, header).orElse(guessed);
    }

    @Override
    public View get(long id) {
        View view = rows.get(id);
        if (view.state() != State.RUNNING || running.contains(id)) {
            return view;
        }
        // it may have ended between the two looks; one that a stop of the platform cut off goes on when somebody begins
        // it again
        View again = rows.get(id);
        return again.state() == State.RUNNING ? again.stopped() : again;
    }

    @Override
    public List<View> latest() {
        return rows.latest(LATEST);
    }

    private Plan plan(View view, Map<ListColumn, Integer> columns, LocalDate holdsFrom) {
        return new Plan(view.id(), view.list(), columns, holdsFrom, view.fileName());
    }

    @Override
    public List<Row> preview(long id, Map<ListColumn, Integer> columns, LocalDate holdsFrom) {
        View view = get(id);
        List<Row> shown = new ArrayList<>();
        Plan plan = plan(view, columns, holdsFrom);
        if (view.list() == ListKind.HOUSEHOLDS) {
            shown.addAll(households.preview(plan, SHOWN));
            return looked(view, shown);
        }
        for (Judged j : work.judge(plan, work.next(id, SHOWN))) {
            shown.add(new Row(
                    j.staged().id(),
                    j.staged().line(),
                    j.staged().cells(),
                    j.state(),
                    j.problem(),
                    "",
                    List.<Hit>of()));
        }
        return looked(view, shown);
    }

    private List<Row> looked(View view, List<Row> shown) {
        trail.record(Act.LIST_IMPORTED, Subject.NONE, "", view.list() + " preview, rows " + shown.size());
        return shown;
    }

    @Override
    public void run(long id, Map<ListColumn, Integer> columns, LocalDate holdsFrom) {
        View view = get(id);
        if (!columns.keySet().containsAll(view.list().needed()) || holdsFrom.isAfter(today.date())) {
            throw new IllegalArgumentException("the columns that the list needs, and a day that has come");
        }
        if (running.contains(id) || !rows.begin(view, columns, holdsFrom)) {
            return;
        }
        Plan plan = plan(view, columns, holdsFrom);
        Officer officer = Scope.officer();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                start(plan, officer);
            }
        });
    }

    private void start(Plan plan, Officer officer) {
        running.add(plan.id());
        try {
            workers.execute(() -> Scope.as(officer, () -> {
                all(plan);
                return Boolean.TRUE;
            }));
        } catch (RejectedExecutionException e) {
            running.remove(plan.id());
            LOG.info("import {} waits for the next start", plan.id());
        }
    }

    private void all(Plan plan) {
        State end = State.STOPPED;
        try {
            if (plan.list() == ListKind.HOUSEHOLDS) {
                key(plan);
            }
            Integer done = 1;
            while (done != null && done > 0 && !Thread.currentThread().isInterrupted()) {
                done = transaction.execute(status -> plan.list() == ListKind.HOUSEHOLDS
                        ? households.batch(plan)
                        : work.batch(plan, StagedRows.BATCH));
            }
            if (done != null && done == 0) {
                filled.list(Objects.requireNonNull(
                        transaction.execute(status -> rows.get(plan.id()).total())));
                linkage.ifAvailable(others -> others.link(plan.id()));
                end = State.DONE;
            }
        } catch (RuntimeException e) {
            LOG.error("import {} stopped", plan.id(), e);
        } finally {
            State reached = end;
            transaction.executeWithoutResult(status -> {
                rows.end(plan.id(), reached);
                trail.record(Act.LIST_IMPORTED, Subject.NONE, "", plan.list() + " " + reached);
            });
            running.remove(plan.id());
        }
    }

    private void key(Plan plan) {
        long last = 0;
        do {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("stopped");
            }
            long after = last;
            last = Objects.requireNonNull(transaction.execute(status -> households.key(plan, after)));
        } while (last > 0);
    }

    @Override
    public List<Row> rows(long id, RowState state, int fromLine, int most) {
        get(id);
        List<Row> found = rows.rows(id, state, fromLine, most);
        trail.record(Act.LIST_IMPORTED, Subject.NONE, "", "rows looked at " + found.size());
        return found;
    }

    @Override
    public void decide(long id, long row, @Nullable Long person) {
        View view = get(id);
        LocalDate holdsFrom = view.holdsFrom();
        Staged staged = rows.held(id, row);
        Plan plan = plan(view, view.columns(), holdsFrom == null ? today.date() : holdsFrom);
        if (view.list() == ListKind.HOUSEHOLDS) {
            households.decide(plan, row, person);
        } else if (person == null) {
            rows.nobody(row);
        } else {
            RowMatch.Person chosen = rows.candidate(row, person);
            ListRow said = ListRow.of(view.list(), staged.cells(), view.columns(), today.date());
            reopening.deciding(
                    row,
                    chosen.household(),
                    () -> work.write(
                            plan, work.complete(plan, List.of(new Judged(staged, said, chosen, List.of(), null)))));
        }
        events.publishEvent(new RowDecided(row, person));
        trail.record(
                Act.LIST_IMPORTED,
                person == null ? Subject.NONE : Subject.person(person, null),
                "",
                "line " + staged.line() + " of import " + id + " decided");
    }

    @Override
    public Reopened reopen(long id, long row, @Nullable Long person, List<Long> candidates) {
        Reopened reopened = reopening.reopen(get(id), row, person, candidates);
        trail.record(
                Act.LIST_IMPORTED,
                person == null ? Subject.NONE : Subject.person(person, null),
                "",
                "row " + row + " of import " + id + " taken back: " + reopened);
        return reopened;
    }

    @Override
    public int missing(long id) {
        View view = get(id);
        LocalDate on = view.holdsFrom();
        return on == null
                ? 0
                : view.list().rolls().stream()
                        .mapToInt(roll -> rolls.notListed(roll, id, on))
                        .sum();
    }

    @Override
    public int leave(long id) {
        View view = get(id);
        LocalDate on = view.holdsFrom();
        if (on == null
                || view.state() != State.DONE
                || view.leftOn() != null
                || view.count(RowState.HELD) > 0
                || !view.list().canBeWhole()) {
            throw new IllegalStateException("not yet, or not with this list");
        }
        int left = 0;
        for (Roll roll : view.list().rolls()) {
            left += rolls.leave(roll, id, on, view.fileName(), today.now());
        }
        rows.left(id, today.date());
        trail.record(Act.LIST_IMPORTED, Subject.NONE, "", view.list() + " left " + left);
        return left;
    }
}
