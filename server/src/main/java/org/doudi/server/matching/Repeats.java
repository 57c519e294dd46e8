package org.doudi.server.matching;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.person.PersonListBuilder;
import org.doudi.linkage.score.Verdict;
import org.doudi.server.identity.Area;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks through the registry of an area for people who are in it twice. What it finds are pairs for people, and never a change. */
@Service
public class Repeats {
    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);
    private static final int BATCH = 500;
    /** In place of the number of a search that has none yet. */
    private static final long UNDER_WAY = -1;

    private final Identities identities;
    private final PairStore pairs;
    private final SearchStore searches;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;
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
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.identities = identities;
        this.pairs = pairs;
        this.searches = searches;
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
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

    /** Looks through the whole city, unless that was done today or somebody looks just now. */
    public void night() {
        Scope.as(platform, () -> {
            boolean done = Objects.requireNonNull(transaction.execute(t -> searches.lastNight()
                    .filter(at -> !at.atZone(Today.ZONE).toLocalDate().isBefore(today.date()))
                    .isPresent()));
            if (!done && running.compareAndSet(0, UNDER_WAY)) {
                long begin = System.nanoTime();
                long id = Objects.requireNonNull(transaction.execute(t -> searches.begin(platform, today.now())));
                if (search(id)) {
                    LOG.info(
                            "the city was searched for people entered twice in {} s",
                            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
                }
            }
            return done;
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

    /** Whether it came to its end. */
    private boolean search(long id) {
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
        return end == PairSearch.State.DONE;
    }

    /** How many pairs were not known before. */
    int find() {
        PersonListBuilder people = Lists.empty("registry");
        transaction.executeWithoutResult(t -> identities.everybody(person -> people.add(Lists.cells(person))));
        Linkage linkage = new Linker(RowMatching.THREADS, Progress.SILENT).dedupe(people.build());
        Map<List<Long>, Integer> patterns = new LinkedHashMap<>();
        for (int i = 0; i < linkage.candidates().size(); i++) {
            int pattern = linkage.candidates().pattern(i);
            if (linkage.judge().verdict(pattern) != Verdict.NONE) {
                long a = person(linkage, linkage.candidates().a(i));
                long b = person(linkage, linkage.candidates().b(i));
                patterns.put(List.of(Math.min(a, b), Math.max(a, b)), pattern);
            }
        }
        List<List<Long>> found = new ArrayList<>(patterns.keySet());
        int fresh = 0;
        for (int from = 0; from < found.size(); from += BATCH) {
            List<List<Long>> batch = found.subList(from, Math.min(found.size(), from + BATCH));
            fresh += Objects.requireNonNull(transaction.execute(t -> keep(linkage, patterns, batch)));
        }
        return fresh;
    }

    private static long person(Linkage linkage, int row) {
        return Long.parseLong(linkage.left().keys().get(row));
    }

    /** Keeps those that are not known; of the others nobody is read again. */
    private int keep(Linkage linkage, Map<List<Long>, Integer> patterns, List<List<Long>> batch) {
        Set<List<Long>> unknown = pairs.unknown(batch);
        Map<Long, Known> known =
                identities.of(unknown.stream().flatMap(List::stream).distinct().toList());
        int fresh = 0;
        for (List<Long> pair : unknown) {
            Known one = known.get(pair.get(0));
            Known other = known.get(pair.get(1));
            if (one != null && other != null) {
                int pattern = Objects.requireNonNull(patterns.get(pair));
                fresh += pairs.add(pair(one, other, Lists.found(linkage, pattern)), today.now()) == 0 ? 0 : 1;
            }
        }
        return fresh;
    }

    private static NewPair pair(Known one, Known other, NewPair.Found found) {
        boolean across = PairKind.of(one.village(), other.village()) == PairKind.ACROSS;
        return new NewPair(
                null,
                new NewPair.Entry(one.person(), one.village()),
                new NewPair.Entry(other.person(), other.village()),
                found,
                PairState.OPEN,
                across ? shown(one, other) : null);
    }

    private static NewPair.Shown shown(Known one, Known other) {
        MaskedNumbers numbers = MaskedNumbers.of(one.idNumber(), other.idNumber());
        return new NewPair.Shown(one.name(), numbers.left(), other.name(), numbers.right());
    }
}
