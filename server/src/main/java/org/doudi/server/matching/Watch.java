package org.doudi.server.matching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.doudi.server.matching.Recalculation.Pass;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the gaps up to date while the platform runs. */
@Component
class Watch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** It rests as long as it works, so that people at the pages have the processors first. */
    private static final int SHARE = 2;

    private final Recalculation recalculation;
    private final Today today;
    private final Duration every;
    private final AtomicLong waiting = new AtomicLong();
    private @Nullable ScheduledExecutorService thread;
    private @Nullable ScheduledFuture<?> work;
    private @Nullable LocalDate looked;

    Watch(
            Recalculation recalculation,
            Today today,
            MeterRegistry meters,
            @Value("${doudi.gaps.every:5s}") Duration every) {
        this.recalculation = recalculation;
        this.today = today;
        this.every = every;
        Gauge.builder("doudi.gaps.waiting", waiting, AtomicLong::get)
                .description("households whose gaps are to be looked at again")
                .register(meters);
    }

    @Override
    public void start() {
        if (every.isZero()) {
            return;
        }
        looked = today.date();
        recalculation.begin();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "gaps");
            worker.setDaemon(true);
            return worker;
        });
        work = started.scheduleWithFixedDelay(this::work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void work() {
        try {
            if (!today.date().equals(looked)) {
                looked = today.date();
                LOG.info("a new day: {} households to look at", recalculation.all());
            }
            while (!Thread.currentThread().isInterrupted()) {
                long begin = System.nanoTime();
                Pass pass = recalculation.pass();
                waiting.set(recalculation.waiting());
                if (pass.households() == 0) {
                    return;
                }
                Thread.sleep(TimeUnit.NANOSECONDS.toMillis((System.nanoTime() - begin) * (SHARE - 1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // what it took waits again; without this the timer would stop
            LOG.warn("the gaps could not be looked at: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            try {
                if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("the last look at gaps was broken off");
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
