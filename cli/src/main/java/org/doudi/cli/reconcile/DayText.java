package org.doudi.cli.reconcile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as lists write it; a month alone stands for its first day. */
final class DayText {
    private static final Pattern SPLIT =
            Pattern.compile("(\\d{4})\\s*[-./年]\\s*(\\d{1,2})(?:\\s*[-./月]\\s*(\\d{1,2})?)?\\D*.*");
    private static final Pattern PLAIN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    private static final LocalDate SPREADSHEET_DAY_0 = LocalDate.of(1899, 12, 30);

    private DayText() {}

    /** The day; null when the text is none. */
    static @Nullable LocalDate parse(String text) {
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return SPREADSHEET_DAY_0.plusDays(Long.parseLong(text));
        }
        Matcher split = SPLIT.matcher(text);
        if (split.matches()) {
            return day(split);
        }
        Matcher plain = PLAIN.matcher(text);
        return plain.matches() ? day(plain) : null;
    }

    private static final Pattern SERIAL = Pattern.compile("[1-6]\\d{4}");

    private static @Nullable LocalDate day(Matcher parts) {
        try {
            String day = parts.group(3);
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    day == null ? 1 : Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
