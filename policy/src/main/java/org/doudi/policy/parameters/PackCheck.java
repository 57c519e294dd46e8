package org.doudi.policy.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Unit;
import org.jspecify.annotations.Nullable;

/** What must hold between parameters, looked at on every day on which any of them changes, at every place that has a value. */
final class PackCheck {
    private static final List<Parameter> FLOOR = List.of(Parameter.DIBAO_STANDARD, Parameter.POVERTY_LINE);

    private final Values values;
    private final Periods.Noted problems;

    private PackCheck(Values values, Periods.Noted problems) {
        this.values = values;
        this.problems = problems;
    }

    static void check(Values values, Periods.Noted problems) {
        PackCheck check = new PackCheck(values, problems);
        for (String place : values.places()) {
            check.standardAboveLine(place);
            check.rigidSpendingComplete(place);
        }
    }

    /** Clause 2.3-1: the dibao standard is never below the poverty line. */
    private void standardAboveLine(String place) {
        if (FLOOR.stream().noneMatch(p -> values.has(p, place))) {
            return;
        }
        for (LocalDate day : changes(place, FLOOR)) {
            ParameterValue standard = values.at(Parameter.DIBAO_STANDARD, place, day);
            ParameterValue line = values.at(Parameter.POVERTY_LINE, place, day);
            if (standard != null && line != null && standard.value() < line.value()) {
                problems.note(
                        standard,
                        "Clause 2.3-1: on " + day + " the dibao standard of " + place + ", " + standard.shown()
                                + ", is below the poverty line, " + line.shown() + "; raise the standard from "
                                + day + " at the latest.");
                return;
            }
        }
    }

    /** Where rigid spending applies, every item has its cap and its rate. */
    private void rigidSpendingComplete(String place) {
        if (!values.has(Parameter.RIGID_SPENDING_APPLIES, place)) {
            return;
        }
        List<Parameter> rigid = new ArrayList<>(List.of(Parameter.RIGID_SPENDING_APPLIES));
        for (Parameter parameter : Parameter.values()) {
            if (parameter.need() == Parameter.Need.WHERE_RIGID_SPENDING_APPLIES) {
                rigid.add(parameter);
            }
        }
        for (LocalDate day : changes(place, rigid)) {
            ParameterValue applies = values.at(Parameter.RIGID_SPENDING_APPLIES, place, day);
            for (Parameter parameter : rigid) {
                ParameterValue value = values.at(parameter, place, day);
                if (applies != null && applies.value() != 0 && value == null) {
                    problems.note(
                            applies,
                            "On " + day + " rigid spending applies at " + place + ", but " + parameter.key()
                                    + " has no value; add one, or let rigid spending begin later.");
                    return;
                }
                if (value != null && tooMuch(value)) {
                    problems.note(
                            value,
                            parameter.key() + " is more than 100 percent; no more than was spent can be deducted.");
                    return;
                }
            }
        }
    }

    private static boolean tooMuch(@Nullable ParameterValue value) {
        return value != null && value.parameter().unit() == Unit.PERCENT && value.value() > 100 * 100;
    }

    private Set<LocalDate> changes(String place, List<Parameter> parameters) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Parameter parameter : parameters) {
            for (String larger : Place.chain(place)) {
                for (ParameterValue value : values.of(parameter, larger)) {
                    days.add(value.from());
                    if (value.to() != null) {
                        days.add(value.to().plusDays(1));
                    }
                }
            }
        }
        return days;
    }
}
