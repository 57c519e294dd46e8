package org.doudi.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A place and day for which a needed parameter has no value. There is never a default. */
public final class MissingParameterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Parameter> missing;
    private final String place;
    private final LocalDate date;
    private final boolean knownElsewhen;

    /**
     * Says what is missing.
     *
     * @param missing the parameters, at least one
     * @param place the division asked for
     * @param date the day asked for
     * @param days whether the place has values on other days
     */
    public MissingParameterException(List<Parameter> missing, String place, LocalDate date, OtherDays days) {
        super(message(missing, place, date));
        this.missing = List.copyOf(missing);
        this.place = place;
        this.date = date;
        this.knownElsewhen = days == OtherDays.HAVE_VALUES;
    }

    /** Whether the place has values of the missing parameters on other days. */
    public enum OtherDays {
        /** It has. */
        HAVE_VALUES,
        /** It has none at all. */
        HAVE_NONE
    }

    private static String message(List<Parameter> missing, String place, LocalDate date) {
        return missing.stream().map(p -> message(p, place, date)).collect(Collectors.joining(" "));
    }

    /** The sentence about one missing parameter. */
    public static String message(Parameter parameter, String place, LocalDate date) {
        return "There is no value of " + parameter.key() + " for " + place + " on " + date + ".";
    }

    /** What is missing. */
    public List<Parameter> missing() {
        return missing;
    }

    /** The division asked for. */
    public String place() {
        return place;
    }

    /** The day asked for. */
    public LocalDate date() {
        return date;
    }

    /** Whether another day would have values. */
    public boolean knownElsewhen() {
        return knownElsewhen;
    }
}
