package org.doudi.policy.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doudi.policy.ParameterValue;
import org.jspecify.annotations.Nullable;

/** The values of one parameter at one place: sorted, without gap or overlap. A value without an end runs until the next. */
final class Periods {
    private static final Comparator<ParameterValue> BY_START = Comparator.comparing(ParameterValue::from);

    private Periods() {}

    /** A problem with a value. */
    interface Noted {
        /** Notes it. */
        void note(ParameterValue value, String message);
    }

    /** The values sorted and with their ends filled in. */
    static List<ParameterValue> of(List<ParameterValue> values, Noted problems) {
        List<ParameterValue> sorted = new ArrayList<>(values);
        sorted.sort(BY_START);
        for (int i = 0; i + 1 < sorted.size(); i++) {
            ParameterValue value = sorted.get(i);
            ParameterValue next = sorted.get(i + 1);
            LocalDate dayBefore = next.from().minusDays(1);
            LocalDate to = value.to();
            String what = value.parameter().key() + " at " + value.place();
            if (value.from().equals(next.from())) {
                problems.note(next, what + " has two values from " + next.from() + "; keep one.");
            } else if (to != null && to.isAfter(dayBefore)) {
                problems.note(
                        value, what + " overlaps: it ends on " + to + " and the next begins on " + next.from() + ".");
            } else if (to != null && to.isBefore(dayBefore)) {
                problems.note(
                        value,
                        what + " has a gap from " + to.plusDays(1) + " to " + dayBefore
                                + "; add the value of those days, or leave the end out.");
            }
            sorted.set(i, value.endingOn(dayBefore));
        }
        return sorted;
    }

    /** The values with one more, which takes the place of what held in its time; without an end it runs until the next. */
    static List<ParameterValue> with(List<ParameterValue> values, ParameterValue added) {
        LocalDate end = added.to();
        if (end == null) {
            end = nextStart(values, added.from());
        }
        List<ParameterValue> result = new ArrayList<>();
        for (ParameterValue old : values) {
            if (old.from().isBefore(added.from())) {
                LocalDate to = old.to();
                boolean reaches = to == null || !to.isBefore(added.from());
                result.add(reaches ? old.endingOn(added.from().minusDays(1)) : old);
            }
        }
        result.add(added.endingOn(end));
        if (end != null) {
            for (ParameterValue old : values) {
                LocalDate to = old.to();
                if (to == null || to.isAfter(end)) {
                    result.add(old.from().isAfter(end) ? old : startingOn(old, end.plusDays(1)));
                }
            }
        }
        return result;
    }

    private static @Nullable LocalDate nextStart(List<ParameterValue> values, LocalDate from) {
        for (ParameterValue value : values) {
            if (value.from().isAfter(from)) {
                return value.from().minusDays(1);
            }
        }
        return null;
    }

    private static ParameterValue startingOn(ParameterValue v, LocalDate day) {
        return new ParameterValue(
                v.parameter(),
                v.place(),
                day,
                v.to(),
                v.announced(),
                v.value(),
                v.citation(),
                v.grade(),
                v.checkedOn());
    }
}
