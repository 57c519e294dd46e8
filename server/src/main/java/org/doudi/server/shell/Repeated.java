package org.doudi.server.shell;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * The platform's own work that comes again and again, on one thread of its own. It waits until the platform serves: what is loaded before, households first and
 * their rolls behind them, is looked at whole.
 */
public abstract class Repeated implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);
    private static final int PATIENCE_SECONDS = 10;

    private final String name;
    private final Duration every;
    private volatile boolean ready;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable ScheduledFuture<?> work;

    /**
     * @param name of the thread, and of the work in the log
     * @param every the pause between two times; zero switches it off
     */
    protected Repeated(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** What is done before the first time, while the platform starts. */
    protected void begin() {}

    /** What is done each time. What breaks it is told in the log, and does not keep the next time from coming. */
    protected abstract void once() throws InterruptedException;

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        serving();
    }

    /** The platform serves. */
    public void serving() {
        ready = true;
    }

    @Override
    public void start() {
        if (every.isZero()) {
            return;
        }
        begin();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
        work = started.scheduleWithFixedDelay(this::guarded, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void guarded() {
        try {
            if (ready) {
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // thrown on, it would end the timer
            LOG.warn("{} did not come through this time: {}", name, e.toString());
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            try {
                if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("{} was broken off", name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && work != null && !work.isDone();
    }
}
