package org.doudi.server.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The day the office works on. It is the calendar's day, except in the demonstration, which starts on a day of 2017. */
@Component
public final class Today {
    /** The office's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final boolean movable;
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    @Autowired
    Today(@Value("${doudi.today:#{null}}") @Nullable LocalDate start) {
        this(Clock.system(ZONE), start);
    }

    /** For tests: a clock, and the day to begin with. */
    public Today(Clock clock, @Nullable LocalDate start) {
        this.clock = clock;
        this.movable = start != null;
        if (start != null) {
            LocalDate real = LocalDate.now(clock);
            shift.set(Duration.ofDays(start.toEpochDay() - real.toEpochDay()));
        }
    }

    /** The office's day. */
    public LocalDate date() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** The office's moment. */
    public Instant now() {
        return clock.instant().plus(shift.get());
    }

    /** Whether the day can be moved, as in the demonstration. */
    public boolean movable() {
        return movable;
    }

    /** Moves the demonstration's day forward. */
    public void forward(int days) {
        if (!movable) {
            throw new IllegalStateException("only the demonstration's day can be moved");
        }
        if (days < 1 || days > 400) {
            throw new IllegalArgumentException("1 to 400 days, not " + days);
        }
        shift.updateAndGet(d -> d.plusDays(days));
    }
}
