package org.doudi.server.casework.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How long each step may take, as a dated table: the rules of 2012 and those of 2021 beside each other. */
@Component
public final class Deadlines {
    /** How a limit counts. */
    public enum Unit {
        WORKING,
        CALENDAR
    }

    /**
     * One row of the table.
     *
     * @param grade {@code field} where published rules give it, {@code example} where none was found
     */
    public record Limit(LocalDate from, Step step, int days, Unit unit, String grade, String source) {}

    private final WorkingDays calendar = new WorkingDays();
    private final List<Limit> limits = new ArrayList<>();

    /** Reads the table that comes with the platform. */
    public Deadlines() {
        try (InputStream in = Objects.requireNonNull(
                        Deadlines.class.getResourceAsStream("/org/doudi/server/casework/procedure.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 6))
                    .forEach(c -> limits.add(new Limit(
                            LocalDate.parse(c[0]),
                            Step.valueOf(c[1]),
                            Integer.parseInt(c[2]),
                            Unit.valueOf(c[3]),
                            c[4],
                            c[5])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The limit of a step of a case that was opened on that day. */
    public Limit of(Step step, LocalDate opened) {
        Limit found = null;
        for (Limit limit : limits) {
            if (limit.step() == step && !limit.from().isAfter(opened)) {
                found = limit;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("no procedure is in force on " + opened + " for " + step);
        }
        return found;
    }

    /** The last day for a step that begins on {@code since}. */
    public LocalDate due(Step step, LocalDate opened, LocalDate since) {
        Limit limit = of(step, opened);
        return limit.unit() == Unit.WORKING ? calendar.after(since, limit.days()) : since.plusDays(limit.days());
    }

    /** The calendar of the working days. */
    public WorkingDays calendar() {
        return calendar;
    }
}
