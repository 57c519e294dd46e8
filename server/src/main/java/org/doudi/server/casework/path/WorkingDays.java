package org.doudi.server.casework.path;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * Working days by the State Council's calendar, 2015 to 2026: weekends are off unless made up, holidays are off.
 *
 * <p>Source: the State Council's yearly notices, as kept by the chinese-days package 1.5.7 (MIT).
 */
public final class WorkingDays {
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2026;
    private static final int COLUMNS = 3;

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> madeUp = new HashSet<>();

    /** Reads the calendar that comes with the platform. */
    public WorkingDays() {
        for (String[] cells : Tables.rows("working-days.csv", COLUMNS)) {
            (cells[1].equals("day off") ? off : madeUp).add(LocalDate.parse(cells[0]));
        }
    }

    /** Whether offices work on that day; an error for a year whose calendar is not known. */
    public boolean isWorking(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("no working-day calendar for " + day.getYear() + ": it is known for "
                    + FIRST_YEAR + " to " + LAST_YEAR);
        }
        if (madeUp.contains(day)) {
            return true;
        }
        DayOfWeek week = day.getDayOfWeek();
        return week != DayOfWeek.SATURDAY && week != DayOfWeek.SUNDAY && !off.contains(day);
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
