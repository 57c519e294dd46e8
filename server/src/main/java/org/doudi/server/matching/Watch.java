package org.doudi.server.matching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.doudi.server.shell.Repeated;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the gaps up to date while the platform runs. What a broken pass took waits again. */
@Component
class Watch extends Repeated {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Recalculation recalculation;
    private final Today today;
    private @Nullable LocalDate looked;

    Watch(
            Recalculation recalculation,
            Today today,
            MeterRegistry meters,
            @Value("${doudi.gaps.every:5s}") Duration every) {
        super("gaps", every);
        this.recalculation = recalculation;
        this.today = today;
        Gauge.builder("doudi.gaps.waiting", recalculation, Recalculation::waiting)
                .description("households whose gaps are to be looked at again")
                .register(meters);
    }

    @Override
    protected void begin() {
        looked = today.date();
        recalculation.begin();
    }

    @Override
    protected void once() throws InterruptedException {
        if (!today.date().equals(looked)) {
            looked = today.date();
            LOG.info("a new day: {} households to look at", recalculation.all());
        }
        long begin = System.nanoTime();
        while (recalculation.pass().households() > 0) {
            // it rests as long as it works, so that people at the pages have the processors first
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            begin = System.nanoTime();
        }
    }
}
