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

    private static final int REST = 10;

    private final Recalculation recalculation;
    private final OwnMotion motion;
    private final boolean opensCases;
    private final Today today;
    private @Nullable LocalDate looked;
    private boolean untold;
    private boolean first = true;

    Watch(
            Recalculation recalculation,
            OwnMotion motion,
            Today today,
            MeterRegistry meters,
            @Value("${doudi.gaps.every:5s}") Duration every,
            @Value("${doudi.gaps.cases:true}") boolean opensCases) {
        super("gaps", every);
        this.recalculation = recalculation;
        this.motion = motion;
        this.opensCases = opensCases;
        this.today = today;
        Gauge.builder("doudi.gaps.waiting", recalculation, Recalculation::waiting)
                .description("households whose gaps are to be looked at again")
                .register(meters);
    }

    @Override
    protected void begin() {
        looked = today.date();
        recalculation.begin();
        untold = true;
    }

    @Override
    protected void once() throws InterruptedException {
        long night = System.nanoTime();
        boolean fresh = !today.date().equals(looked);
        if (fresh) {
            looked = today.date();
            LOG.info("a new day: {} households to look at", recalculation.all());
        } else {
            // the city may have put other parameters in force
            recalculation.begin();
        }
        while (untold) {
            untold = recalculation.tell() > 0;
        }
        long begin = System.nanoTime();
        while (recalculation.pass().households() > 0) {
            // it rests a little after each pass, so that people at the pages have their turn
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / REST);
            begin = System.nanoTime();
        }
        if (fresh) {
            LOG.info("all were looked at in {} s", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - night));
        }
        if (opensCases && (fresh || first)) {
            LOG.info("{} gaps opened a case by themselves", motion.open());
        }
        first = false;
    }
}
