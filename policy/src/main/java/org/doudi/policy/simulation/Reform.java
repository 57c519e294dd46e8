package org.doudi.policy.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doudi.policy.Citation;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;

/**
 * Other values of parameters from a day on. A value of a reform acts as one entered in a parameter file: it holds from the day until the
 * next value of the same parameter and place, or until the reform's last day.
 *
 * @param from first day
 * @param to last day, or null
 * @param values the values
 */
public record Reform(LocalDate from, @Nullable LocalDate to, List<ParameterValue> values) {
    private static final Citation SIMULATED = new Citation("simulation", "not in force", null);

    /** Copies the list. */
    public Reform {
        values = List.copyOf(values);
    }

    /**
     * Reads values written as {@code key=value@place}; without a place the largest place that has values is meant.
     *
     * @param baseline the pack that is to be reformed
     * @throws IllegalArgumentException when a key, value or place cannot be used; the message says why
     */
    public static Reform parse(List<String> texts, LocalDate from, @Nullable LocalDate to, ParameterPack baseline) {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The reform ends on " + to + ", before it begins on " + from + ".");
        }
        List<ParameterValue> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            ParameterValue value = value(text, from, to, baseline);
            if (!seen.add(value.parameter().key() + "@" + value.place())) {
                throw new IllegalArgumentException(value.parameter().key() + "@" + value.place() + " is set twice.");
            }
            values.add(value);
        }
        return new Reform(from, to, values);
    }

    private static ParameterValue value(String text, LocalDate from, @Nullable LocalDate to, ParameterPack baseline) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("'" + text + "' is not of the form key=value@place.");
        }
        String key = text.substring(0, equals).strip();
        Parameter parameter = Parameter.withKey(key);
        if (parameter == null) {
            throw new IllegalArgumentException("There is no parameter '" + key + "'; doudi parameters lists the keys.");
        }
        int at = text.indexOf('@', equals);
        String amount = (at < 0 ? text.substring(equals + 1) : text.substring(equals + 1, at)).strip();
        String place = at < 0
                ? largestPlace(parameter, baseline)
                : text.substring(at + 1).strip();
        if (!baseline.reaches(parameter, place)) {
            throw new IllegalArgumentException("'" + place + "' is not a place of " + baseline.id()
                    + ": write CN or a division code in its area, such as 2109 or 210921.");
        }
        long parsed;
        try {
            parsed = parameter.unit().parse(amount);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage() + ".", e);
        }
        return new ParameterValue(parameter, place, from, to, null, parsed, SIMULATED, Grade.EXAMPLE, from);
    }

    private static String largestPlace(Parameter parameter, ParameterPack baseline) {
        String largest = null;
        for (ParameterValue value : baseline.values()) {
            boolean larger = largest == null || value.place().length() < largest.length();
            if (value.parameter() == parameter && larger) {
                largest = value.place();
            }
        }
        if (largest == null) {
            throw new IllegalArgumentException(
                    parameter.key() + " has no value in " + baseline.id() + "; name the place.");
        }
        return largest;
    }
}
