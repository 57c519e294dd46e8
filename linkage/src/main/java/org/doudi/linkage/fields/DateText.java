package org.doudi.linkage.fields;

import org.doudi.linkage.person.Dates;

/** Dates as eight digits, year first; digits that are no date stay as they are, so that a mistyped date still resembles the right one. */
final class DateText {
    private DateText() {}

    /** Whether a pattern places yyyy, MM and dd once each. */
    static boolean isFormat(String pattern) {
        return once(pattern, "yyyy") && once(pattern, "MM") && once(pattern, "dd");
    }

    private static boolean once(String pattern, String part) {
        int at = pattern.indexOf(part);
        return at >= 0 && pattern.indexOf(part, at + 1) < 0;
    }

    /** The eight digits, or the digits there are; empty when there are none. */
    static String fold(String text, @org.jspecify.annotations.Nullable String format) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                digits.append(digit);
            }
        }
        if (format != null) {
            return byFormat(text.strip(), format, digits.toString());
        }
        int date = Dates.parse(text.toCharArray(), 0, text.length());
        if (date > 0) {
            return Integer.toString(date);
        }
        return digits.toString();
    }

    private static String byFormat(String text, String format, String digits) {
        if (text.length() != format.length()) {
            return digits;
        }
        int year = format.indexOf("yyyy");
        int month = format.indexOf("MM");
        int day = format.indexOf("dd");
        return text.substring(year, year + 4) + text.substring(month, month + 2) + text.substring(day, day + 2);
    }
}
