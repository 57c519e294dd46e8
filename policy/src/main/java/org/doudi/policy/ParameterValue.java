package org.doudi.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One dated value of a parameter at one place, with its source.
 *
 * @param parameter which parameter
 * @param place division code of 2, 4, 6, 9 or 12 digits, or {@code CN} for the whole country
 * @param from first day
 * @param to last day, or null when it runs on
 * @param announced the day on which the value became known, or null when not recorded
 * @param value the amount in the parameter's {@link Unit}: fen, hundredths of a percent, a whole number, or 1 and 0 for yes and no
 * @param citation the source
 * @param grade how sure it is
 * @param checkedOn the day on which somebody last looked at the source
 */
public record ParameterValue(
        Parameter parameter,
        String place,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate announced,
        long value,
        Citation citation,
        Grade grade,
        LocalDate checkedOn) {

    /** Whether the value holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The value as people write it: yuan, percent, a number, {@code yes} or {@code no}; without the unit. */
    public String shown() {
        return parameter.unit().shown(value);
    }

    /** The same value ending on another day. */
    public ParameterValue endingOn(@Nullable LocalDate day) {
        return new ParameterValue(parameter, place, from, day, announced, value, citation, grade, checkedOn);
    }
}
