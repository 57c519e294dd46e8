package org.doudi.server.casework.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Working days: weekends are off unless made up, holidays are off.
 *
 * <p>2015 to 2026 by the State Council's yearly notices, as kept by the chinese-days package 1.5.7 (MIT). The notice for a year comes in the last weeks of the
 * year before it. Until it is entered ({@code doudi.working-days}), a year counts by the festivals that the regulation on public holidays (as of 2025) fixes,
 * those on a weekend made up for on the next working day, with no days moved to make longer breaks: limits may then end a few days earlier than by the notice, or later.
 */
public final class WorkingDays {
    private static final Logger LOG = LoggerFactory.getLogger(WorkingDays.class);
    private static final int COLUMNS = 3;
    private static final Map<String, Boolean> KINDS = Map.of("day off", true, "working day", false);

    /** Years, each with the days that differ from the week: off or made up. */
    private final Map<Integer, Map<LocalDate, Boolean>> announced = new TreeMap<>();

    private final Map<Integer, Map<LocalDate, Boolean>> byLaw = new TreeMap<>();
    private final Set<Integer> told = ConcurrentHashMap.newKeySet();

    /** Reads the calendar that comes with the platform. */
    public WorkingDays() {
        Tables.rows("working-days.csv", COLUMNS).forEach(cells -> put(announced, cells));
        Tables.rows("festivals-by-law.csv", COLUMNS).forEach(cells -> put(byLaw, cells));
    }

    /**
     * Reads, besides, the years that a city has entered from the State Council's notices; such a year replaces what was known of it.
     *
     * @param entered a csv file with the columns date, kind ({@code day off} or {@code working day}) and festival
     * @throws IllegalArgumentException naming the file, the line and what is wrong with it
     */
    public WorkingDays(Path entered) {
        this();
        Map<Integer, Map<LocalDate, Boolean>> years = new TreeMap<>();
        List<String> lines = lines(entered);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", COLUMNS);
            try {
                put(years, cells);
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        entered + ", line " + (i + 1) + ": \"" + lines.get(i)
                                + "\" is not a date, \"day off\" or \"working day\", and a festival",
                        e);
            }
        }
        announced.putAll(years);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the working days of doudi.working-days cannot be read: " + file + " (UTF-8 csv is expected)", e);
        }
    }

    private static void put(Map<Integer, Map<LocalDate, Boolean>> years, String[] cells) {
        Boolean off = KINDS.get(cells[1].strip());
        if (off == null) {
            throw new IllegalArgumentException("neither a day off nor a working day: " + cells[1]);
        }
        LocalDate day = LocalDate.parse(cells[0].strip());
        years.computeIfAbsent(day.getYear(), year -> new HashMap<>()).put(day, off);
    }

    /** Whether the State Council's notice for that year is known; if not, its days are counted by the festivals of the law. */
    public boolean isAnnounced(int year) {
        return announced.containsKey(year);
    }

    /** Whether offices work on that day; an error for a year of which nothing is known. */
    public boolean isWorking(LocalDate day) {
        Map<LocalDate, Boolean> year = announced.getOrDefault(day.getYear(), byLaw.get(day.getYear()));
        if (year == null) {
            throw new IllegalArgumentException("no working-day calendar for " + day.getYear()
                    + ": enter the State Council's notice in the file of doudi.working-days");
        }
        if (!isAnnounced(day.getYear()) && told.add(day.getYear())) {
            LOG.warn(
                    "Limits in {} count by the festivals of the law: enter the State Council's notice in the file of doudi.working-days when it is out",
                    day.getYear());
        }
        Boolean off = year.get(day);
        if (off != null) {
            return !off;
        }
        DayOfWeek week = day.getDayOfWeek();
        return week != DayOfWeek.SATURDAY && week != DayOfWeek.SUNDAY;
    }

    /** The last day of a limit of so many working days, of which the day after {@code from} is the first. */
    public LocalDate after(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    /** The day itself if it is a working day, or else the last one before it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorking(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** Working days from {@code today} (not counted) to {@code due} (counted); below 0 when the day is past. */
    public int left(LocalDate today, LocalDate due) {
        LocalDate from = today.isBefore(due) ? today : due;
        LocalDate to = today.isBefore(due) ? due : today;
        int days = 0;
        for (long i = 1; i <= ChronoUnit.DAYS.between(from, to); i++) {
            if (isWorking(from.plusDays(i))) {
                days++;
            }
        }
        return today.isAfter(due) ? -days : days;
    }
}
