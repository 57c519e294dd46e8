package org.doudi.linkage.person;

/**
 * Dates of birth as lists write them, held as yyyymmdd. Month or day 0: not known. 0: no date at all.
 */
public final class Dates {
    /** Answer of {@link #parse} to a text that is no date. */
    public static final int UNREADABLE = -1;

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2100;

    private Dates() {}

    /** Whether the calendar has this day. */
    static boolean exists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month != 2 || day < 29 || leap;
    }

    /**
     * Reads a date in any usual form: 1980-03-02, 1980/3/2, 1980.3.2, 19800302, 1980年3月2日, year and month alone, with a time behind it,
     * 2/3/1980 where the order is clear, or the day number of a spreadsheet.
     *
     * @return yyyymmdd, 0 for a blank text, {@link #UNREADABLE} for anything else
     */
    public static int parse(char[] text, int offset, int length) {
        if (length == 10 && text[offset + 4] == '-' && text[offset + 7] == '-') {
            int year = number(text, offset, 4);
            int month = number(text, offset + 5, 2);
            int day = number(text, offset + 8, 2);
            if (year >= FIRST_YEAR && year <= LAST_YEAR && exists(year, month, day)) {
                return year * 10_000 + month * 100 + day;
            }
        }
        return parseAny(text, offset, length);
    }

    private static int number(char[] text, int offset, int length) {
        int number = 0;
        for (int i = offset; i < offset + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int parseAny(char[] text, int offset, int length) {
        int[] number = new int[3];
        int[] digits = new int[3];
        int parts = 0;
        boolean inNumber = false;
        boolean colon = false;
        for (int i = offset; i < offset + length && !colon; i++) {
            int digit = digit(text[i]);
            if (digit >= 0) {
                if (!inNumber) {
                    if (parts == 3) {
                        // a time of day follows
                        break;
                    }
                    parts++;
                    inNumber = true;
                }
                if (++digits[parts - 1] > 8) {
                    return parseStamp(text, offset, length);
                }
                number[parts - 1] = number[parts - 1] * 10 + digit;
            } else {
                inNumber = false;
                if (!separator(text[i])) {
                    return UNREADABLE;
                }
                colon = text[i] == ':';
            }
        }
        return switch (parts) {
            case 0 -> blank(text, offset, length) ? 0 : UNREADABLE;
            case 1 -> single(number[0], digits[0]);
            case 2 -> digits[0] == 4 ? checked(number[0], number[1], 0) : UNREADABLE;
            default -> triple(number, digits);
        };
    }

    /** 14 digits: date and time run together. */
    private static int parseStamp(char[] text, int offset, int length) {
        int value = 0;
        int seen = 0;
        for (int i = offset; i < offset + length; i++) {
            int digit = digit(text[i]);
            if (digit < 0) {
                return UNREADABLE;
            }
            if (seen++ < 8) {
                value = value * 10 + digit;
            }
        }
        return seen == 14 ? single(value, 8) : UNREADABLE;
    }

    private static int single(int value, int digits) {
        return switch (digits) {
            case 8 -> checked(value / 10_000, value / 100 % 100, value % 100);
            case 6 -> checked(value / 100, value % 100, 0);
            case 5 -> serial(value);
            case 4 -> checked(value, 0, 0);
            default -> UNREADABLE;
        };
    }

    private static int triple(int[] number, int[] digits) {
        if (digits[0] == 4) {
            return checked(number[0], number[1], number[2]);
        }
        if (digits[2] == 4) {
            // day and month first: clear only when one of them is above 12, or both are the same
            if (number[0] > 12 || number[0] == number[1]) {
                return checked(number[2], number[1], number[0]);
            }
            return number[1] > 12 ? checked(number[2], number[0], number[1]) : checked(number[2], 0, 0);
        }
        return UNREADABLE;
    }

    /** A spreadsheet counts days from 30 December 1899. */
    private static int serial(int value) {
        java.time.LocalDate date = java.time.LocalDate.of(1899, 12, 30).plusDays(value);
        return checked(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static int checked(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return UNREADABLE;
        }
        boolean possible = day == 0 ? month >= 0 && month <= 12 : exists(year, month, day);
        return possible ? year * 10_000 + month * 100 + day : UNREADABLE;
    }

    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    private static boolean separator(char c) {
        return " \t-/.年月日号\u00A0\u3000－／．TZ:,'".indexOf(c) >= 0;
    }

    private static boolean blank(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] > ' ' && text[i] != '\u3000' && text[i] != '\u00A0') {
                return false;
            }
        }
        return true;
    }
}
