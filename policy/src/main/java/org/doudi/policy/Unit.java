package org.doudi.policy;

import java.math.BigDecimal;

/** What a parameter is measured in, and with it how its value is written and kept. */
public enum Unit {
    /** Yuan a person and year, kept in fen. */
    YUAN_PERSON_YEAR("yuan/person/year", Kind.MONEY),
    /** Yuan a person and month, kept in fen. */
    YUAN_PERSON_MONTH("yuan/person/month", Kind.MONEY),
    /** Yuan a month worked, kept in fen. */
    YUAN_MONTH_WORKED("yuan/month worked", Kind.MONEY),
    /** Yuan a year, kept in fen. */
    YUAN_YEAR("yuan/year", Kind.MONEY),
    /** Percent, kept in hundredths of a percent. */
    PERCENT("percent", Kind.PERCENT),
    /** Months. */
    MONTHS("months", Kind.WHOLE),
    /** Years of age. */
    YEARS_OF_AGE("years of age", Kind.WHOLE),
    /** A number of things. */
    PIECES("pieces", Kind.WHOLE),
    /** Working days. */
    WORKING_DAYS("working days", Kind.WHOLE),
    /** People. */
    PEOPLE("people", Kind.WHOLE),
    /** Yes or no, kept as 1 and 0. */
    YES_NO("yes/no", Kind.YES_NO);

    /** How a value is written. */
    public enum Kind {
        /** A decimal with at most two places. */
        MONEY,
        /** A decimal with at most two places. */
        PERCENT,
        /** A whole number. */
        WHOLE,
        /** {@code yes} or {@code no}. */
        YES_NO
    }

    private static final long LARGEST = 100_000_000_000L;

    private final String code;
    private final Kind kind;

    Unit(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** The unit as parameter files write it. */
    public String code() {
        return code;
    }

    /** How a value is written. */
    public Kind kind() {
        return kind;
    }

    /** A kept value as people write it, without the unit. */
    public String shown(long value) {
        return switch (kind) {
            case MONEY, PERCENT ->
                value % 100 == 0
                        ? Long.toString(value / 100)
                        : BigDecimal.valueOf(value, 2).stripTrailingZeros().toPlainString();
            case WHOLE -> Long.toString(value);
            case YES_NO -> value == 0 ? "no" : "yes";
        };
    }

    /**
     * The value that a text stands for.
     *
     * @throws IllegalArgumentException when the text is not such a value; the message says what is expected
     */
    public long parse(String text) {
        return switch (kind) {
            case MONEY -> decimal(text, "an amount in yuan with at most two decimals, such as 3843 or 70.50");
            case PERCENT -> decimal(text, "a percentage with at most two decimals, such as 20 or 3.5");
            case WHOLE -> whole(text);
            case YES_NO ->
                switch (text) {
                    case "yes" -> 1;
                    case "no" -> 0;
                    default -> throw new IllegalArgumentException("'" + text + "' is not yes or no");
                };
        };
    }

    private static long decimal(String text, String expected) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("'" + text + "' is not " + expected);
        }
        return bounded(new BigDecimal(text).movePointRight(2).longValueExact(), text);
    }

    private static long whole(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number, such as 24");
        }
        return bounded(Long.parseLong(text), text);
    }

    private static long bounded(long value, String text) {
        if (value > LARGEST) {
            throw new IllegalArgumentException("'" + text + "' is too large to be meant");
        }
        return value;
    }
}
