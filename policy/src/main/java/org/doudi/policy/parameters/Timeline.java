package org.doudi.policy.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.MissingParameterException.OtherDays;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Parameters;
import org.jspecify.annotations.Nullable;

/** The snapshots of one place, one a stretch of days on which nothing changes, resolved once. */
final class Timeline {
    private final long[] starts;
    private final Stretch[] stretches;
    private final OtherDays otherDays;

    private Timeline(long[] starts, Stretch[] stretches) {
        this.starts = starts;
        this.stretches = stretches;
        this.otherDays = Arrays.stream(stretches).anyMatch(s -> s.parameters != null)
                ? OtherDays.HAVE_VALUES
                : OtherDays.HAVE_NONE;
    }

    /** Either a snapshot or what is missing. */
    private record Stretch(@Nullable Parameters parameters, List<Parameter> missing) {}

    static Timeline of(String pack, String version, Values values, String place) {
        TreeSet<Long> days = new TreeSet<>(List.of(Long.MIN_VALUE));
        for (ParameterValue value : values.all()) {
            if (Place.within(place, value.place())) {
                days.add(value.from().toEpochDay());
                if (value.to() != null) {
                    days.add(value.to().toEpochDay() + 1);
                }
            }
        }
        long[] starts = days.stream().mapToLong(Long::longValue).toArray();
        Stretch[] stretches = new Stretch[starts.length];
        for (int i = 0; i < starts.length; i++) {
            LocalDate day = LocalDate.ofEpochDay(i == 0 ? LocalDate.MIN.toEpochDay() : starts[i]);
            stretches[i] = stretch(pack, version, values, place, day);
        }
        return new Timeline(starts, stretches);
    }

    private static Stretch stretch(String pack, String version, Values values, String place, LocalDate day) {
        @Nullable ParameterValue[] found = new ParameterValue[Parameter.values().length];
        List<Parameter> missing = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            ParameterValue value = values.at(parameter, place, day);
            found[parameter.ordinal()] = value;
            if (value == null && parameter.need() == Parameter.Need.ALWAYS) {
                missing.add(parameter);
            }
        }
        return new Stretch(missing.isEmpty() ? new Parameters(pack, version, found) : null, missing);
    }

    Parameters at(LocalDate date, String asked) {
        int found = Arrays.binarySearch(starts, date.toEpochDay());
        Stretch stretch = stretches[found >= 0 ? found : -found - 2];
        Parameters parameters = stretch.parameters;
        if (parameters == null) {
            throw new MissingParameterException(stretch.missing, asked, date, otherDays);
        }
        return parameters;
    }
}
