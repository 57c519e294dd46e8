package org.doudi.server.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.doudi.server.identity.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The day the office works on. It is the calendar's day, except in the demonstration, which starts on a day of 2017. */
@Component
public final class Today {
    /** The office's time zone. */
    public static final ZoneId ZONE = Area.ZONE;

    private final Clock clock;
    private final boolean movable;
    private final KeptShift kept;
    private volatile Duration shift = Duration.ZERO;

    @Autowired
    Today(@Value("${doudi.today:#{null}}") @Nullable LocalDate start, JdbcClient jdbc) {
        this(Clock.system(ZONE), start, start == null ? new KeptShift.Nowhere() : new KeptShift.InTable(jdbc));
    }

    /**
     * The day from a start on, or later where a later one was kept: a day that began is not worked again.
     *
     * @param start the day to begin with, or null for the calendar's day
     */
    Today(Clock clock, @Nullable LocalDate start, KeptShift kept) {
        this.clock = clock;
        this.movable = start != null;
        this.kept = kept;
        if (start != null) {
            long days = start.toEpochDay() - LocalDate.now(clock).toEpochDay();
            long from = Math.max(days, kept.days().orElse(days));
            kept.keep(from);
            shift = Duration.ofDays(from);
        }
    }

    /** The office's day. */
    public LocalDate date() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** The office's moment. */
    public Instant now() {
        return clock.instant().plus(shift);
    }

    /** Whether the day can be moved, as in the demonstration. */
    public boolean movable() {
        return movable;
    }

    /** Moves the demonstration's day forward. */
    public synchronized void forward(int days) {
        if (!movable) {
            throw new IllegalStateException("only the demonstration's day can be moved");
        }
        if (days < 1 || days > 400) {
            throw new IllegalArgumentException("1 to 400 days, not " + days);
        }
        Duration further = shift.plusDays(days);
        kept.keep(further.toDays());
        shift = further;
    }
}
