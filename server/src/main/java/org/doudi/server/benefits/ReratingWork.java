package org.doudi.server.benefits;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Works through a county's rerating behind the pages, step by step; what was broken off goes on from where it was. */
@Service
public class ReratingWork {
    private static final Logger LOG = LoggerFactory.getLogger(ReratingWork.class);
    private static final int AT_ONCE = 25;

    private final Reratings reratings;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final Set<Long> stopping = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rerating");
        thread.setDaemon(true);
        return thread;
    });

    ReratingWork(Reratings reratings) {
        this.reratings = reratings;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /** Begins a rerating of one's county, and works through it behind the page. */
    public Rerating begin(LocalDate from, String source) {
        Rerating begun = reratings.begin(from, source);
        start(begun.id());
        return begun;
    }

    /** Goes on with one that was broken off. */
    public void goOn(long id) {
        Rerating r = reratings.get(id);
        if (Scope.officer().role() != Role.COUNTY_OFFICER || r.state() != Rerating.State.COMPUTING) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        start(id);
    }

    /** Stops one after the households that are being looked at; what was found stays, and it goes on from there. */
    public void stop(long id) {
        Rerating r = reratings.get(id);
        if (Scope.officer().role() != Role.COUNTY_OFFICER || r.state() != Rerating.State.COMPUTING) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (running.contains(id)) {
            stopping.add(id);
        }
    }

    /** Whether it is being worked on now. */
    public boolean isRunning(long id) {
        return running.contains(id);
    }

    private void start(long id) {
        if (!running.add(id)) {
            return;
        }
        Officer officer = Scope.officer();
        try {
            workers.execute(() -> Scope.as(officer, () -> all(id)));
        } catch (RejectedExecutionException e) {
            running.remove(id);
            LOG.info("rerating {} waits for somebody to go on with it", id);
        }
    }

    private boolean all(long id) {
        try {
            while (!Thread.currentThread().isInterrupted() && !stopping.contains(id) && reratings.step(id, AT_ONCE)) {
                // the next households
            }
            return true;
        } catch (RuntimeException e) {
            LOG.error("rerating {} stopped", id, e);
            return false;
        } finally {
            stopping.remove(id);
            running.remove(id);
        }
    }
}
