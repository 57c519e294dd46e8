package org.doudi.server.casework.path;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long each step may take and may be put off, as a dated table: the rules of 2012 and those of 2021 beside each other. */
@Component
public final class Deadlines {
    private static final int COLUMNS = 8;

    /** How a limit counts. */
    public enum Unit {
        WORKING,
        CALENDAR
    }

    private enum What {
        LIMIT,
        EXTENSION,
        OBJECTION
    }

    /**
     * One row of the table.
     *
     * @param by who may grant an extension; null for a limit
     * @param grade {@code field} where published rules give it, {@code example} where none was found
     */
    public record Limit(
            LocalDate from,
            Step step,
            int days,
            Unit unit,
            @Nullable Role by,
            String grade,
            String source) {}

    private final WorkingDays calendar;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Limit> extensions = new ArrayList<>();
    private final List<Limit> objections = new ArrayList<>();

    /**
     * Reads the table that comes with the platform.
     *
     * @param workingDays the file with the years of working days that the city has entered; empty for none
     */
    public Deadlines(@Value("${doudi.working-days:}") String workingDays) {
        calendar = workingDays.isBlank() ? new WorkingDays() : new WorkingDays(Path.of(workingDays));
        for (String[] c : Tables.rows("procedure.csv", COLUMNS)) {
            Limit row = new Limit(
                    LocalDate.parse(c[0]),
                    Step.valueOf(c[1]),
                    Integer.parseInt(c[3]),
                    Unit.valueOf(c[4]),
                    c[5].isEmpty() ? null : Role.valueOf(c[5]),
                    c[6],
                    c[7]);
            rows(What.valueOf(c[2])).add(row);
        }
    }

    private List<Limit> rows(What what) {
        return switch (what) {
            case LIMIT -> limits;
            case EXTENSION -> extensions;
            case OBJECTION -> objections;
        };
    }

    /** The last day for answering an objection to a notice of a case, made on a day. */
    public LocalDate answerBy(Step notice, LocalDate opened, LocalDate made) {
        return after(
                inForce(objections, notice, opened)
                        .orElseThrow(() -> new IllegalArgumentException("no objections are made at " + notice)),
                made);
    }

    /** The limit of a step of a case that was opened on that day. */
    public Limit of(Step step, LocalDate opened) {
        return inForce(limits, step, opened)
                .orElseThrow(
                        () -> new IllegalArgumentException("no procedure is in force on " + opened + " for " + step));
    }

    /** By how much a step may be put off, once in a case, and who may do it; nothing for a step whose days are fixed. */
    public Optional<Limit> extension(Step step, LocalDate opened) {
        return inForce(extensions, step, opened);
    }

    private static Optional<Limit> inForce(List<Limit> rows, Step step, LocalDate opened) {
        Limit found = null;
        for (Limit row : rows) {
            boolean holds = row.step() == step && !row.from().isAfter(opened);
            if (holds && (found == null || !row.from().isBefore(found.from()))) {
                found = row;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The last day for a step that begins on {@code since}. */
    public LocalDate due(Step step, LocalDate opened, LocalDate since) {
        return after(of(step, opened), since);
    }

    /** The day that lies so far after another. */
    public LocalDate after(Limit limit, LocalDate day) {
        return limit.unit() == Unit.WORKING ? calendar.after(day, limit.days()) : day.plusDays(limit.days());
    }

    /** The calendar of the working days. */
    public WorkingDays calendar() {
        return calendar;
    }
}
