package org.doudi.server.reverification;

import java.time.Duration;
import java.time.LocalDate;
import org.doudi.server.shell.Repeated;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has the calendar work each day, and what waited for money each time. */
@Component
class Daily extends Repeated {
    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);

    private final Calendar calendar;
    private final MassRuns runs;
    private final Today today;
    private @Nullable LocalDate worked;

    Daily(Calendar calendar, MassRuns runs, Today today, @Value("${doudi.reverification.every:20s}") Duration every) {
        super("reverification", every);
        this.calendar = calendar;
        this.runs = runs;
        this.today = today;
    }

    @Override
    protected void once() {
        LocalDate day = today.date();
        if (day.equals(worked)) {
            calendar.money();
        } else {
            LOG.info("re-verification on {}: {}", day, calendar.day());
            worked = day;
        }
        runs.work();
    }
}
