package org.doudi.server.reverification;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the calendar work each day, and what waited for money each time. */
@Component
class Daily implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);

    private final Calendar calendar;
    private final Today today;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable ScheduledFuture<?> work;
    private @Nullable LocalDate worked;

    Daily(Calendar calendar, Today today, @Value("${doudi.reverification.every:20s}") Duration every) {
        this.calendar = calendar;
        this.today = today;
        this.every = every;
    }

    @Override
    public void start() {
        if (every.isZero()) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "reverification");
            worker.setDaemon(true);
            return worker;
        });
        work = started.scheduleWithFixedDelay(this::work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void work() {
        try {
            LocalDate day = today.date();
            if (day.equals(worked)) {
                calendar.money();
            } else {
                LOG.info("re-verification on {}: {}", day, calendar.day());
                worked = day;
            }
        } catch (RuntimeException e) {
            // it is tried again; without this the timer would stop
            LOG.warn("the calendar of re-verification could not work: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            try {
                if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("the calendar of re-verification was broken off");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return work != null && !work.isDone();
    }
}
