package org.doudi.server.matching;

import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.person.PersonListBuilder;
import org.doudi.linkage.score.Verdict;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.matching.store.PairStore;
import org.doudi.server.matching.store.SearchStore;
import org.doudi.server.registry.Identities;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.shell.Today;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks through the registry of an area for people who are in it twice. What it finds are pairs for people, and never a change. */
@Service
public class Repeats {
    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);

    private final Identities identities;
    private final PairStore pairs;
    private final SearchStore searches;
    private final TransactionTemplate transaction;
    private final Today today;
    private final AtomicLong running = new AtomicLong();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "repeats");
        thread.setDaemon(true);
        return thread;
    });

    Repeats(
            Identities identities,
            PairStore pairs,
            SearchStore searches,
            TransactionTemplate transaction,
            Today today) {
        this.identities = identities;
        this.pairs = pairs;
        this.searches = searches;
        this.transaction = transaction;
        this.today = today;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** The last search of one's area. */
    @Transactional
    public Optional<PairSearch> last() {
        // one that a stop of the platform cut off runs no more
        return searches.last()
                .map(s -> s.state() == PairSearch.State.RUNNING && s.id() != running.get() ? s.stopped() : s);
    }

    /** Begins to look through one's area, in the background. */
    @Transactional
    public void begin() {
        long none = 0;
        Officer officer = Scope.officer();
        long id = searches.begin(officer, today.now());
        if (!running.compareAndSet(none, id)) {
            throw new PairRefused(Cause.SEARCHING);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    start(id, officer);
                } else {
                    running.set(0);
                }
            }
        });
    }

    private void start(long id, Officer officer) {
        try {
            worker.execute(() -> Scope.as(officer, () -> {
                search(id);
                return Boolean.TRUE;
            }));
        } catch (RejectedExecutionException e) {
            running.set(0);
            LOG.info("search {} ended with the platform", id);
        }
    }

    private void search(long id) {
        PairSearch.State end = PairSearch.State.STOPPED;
        int found = 0;
        try {
            found = find();
            end = PairSearch.State.DONE;
        } catch (RuntimeException e) {
            LOG.error("search {} stopped", id, e);
        } finally {
            PairSearch.State reached = end;
            int pairsFound = found;
            transaction.executeWithoutResult(t -> searches.end(id, reached, pairsFound, today.now()));
            running.set(0);
        }
    }

    /** How many pairs were not known before. */
    int find() {
        PersonListBuilder people = Lists.empty("registry");
        transaction.executeWithoutResult(t -> identities.everybody(person -> people.add(Lists.cells(person))));
        Linkage linkage = new Linker(RowMatching.THREADS, Progress.SILENT).dedupe(people.build());
        Map<List<Long>, Integer> patterns = new LinkedHashMap<>();
        Set<Long> persons = new LinkedHashSet<>();
        for (int i = 0; i < linkage.candidates().size(); i++) {
            int pattern = linkage.candidates().pattern(i);
            if (linkage.judge().verdict(pattern) != Verdict.NONE) {
                long a = person(linkage, linkage.candidates().a(i));
                long b = person(linkage, linkage.candidates().b(i));
                patterns.put(List.of(Math.min(a, b), Math.max(a, b)), pattern);
                persons.add(a);
                persons.add(b);
            }
        }
        Integer fresh = transaction.execute(t -> keep(linkage, patterns, persons));
        return fresh == null ? 0 : fresh;
    }

    private static long person(Linkage linkage, int row) {
        return Long.parseLong(linkage.left().keys().get(row));
    }

    private int keep(Linkage linkage, Map<List<Long>, Integer> patterns, Set<Long> persons) {
        Map<Long, Known> known = identities.of(List.copyOf(persons));
        int fresh = 0;
        for (Map.Entry<List<Long>, Integer> pair : patterns.entrySet()) {
            Known one = known.get(pair.getKey().get(0));
            Known other = known.get(pair.getKey().get(1));
            if (one != null && other != null) {
                long id = pairs.add(
                        new NewPair(
                                null,
                                new NewPair.Entry(one.person(), one.village()),
                                new NewPair.Entry(other.person(), other.village()),
                                Lists.found(linkage, pair.getValue()),
                                PairState.OPEN),
                        today.now());
                fresh += id == 0 ? 0 : 1;
            }
        }
        return fresh;
    }
}
