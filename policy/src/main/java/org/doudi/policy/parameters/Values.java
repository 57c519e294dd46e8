package org.doudi.policy.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.jspecify.annotations.Nullable;

/** All values of a pack by parameter and place, each list sorted. */
final class Values {
    private final Map<Parameter, Map<String, List<ParameterValue>>> byParameter = new EnumMap<>(Parameter.class);

    /** Takes the values of one parameter at one place. */
    void put(Parameter parameter, String place, List<ParameterValue> sorted) {
        byParameter.computeIfAbsent(parameter, p -> new TreeMap<>()).put(place, List.copyOf(sorted));
    }

    /** A copy to be changed. */
    Values copy() {
        Values copy = new Values();
        byParameter.forEach((parameter, places) -> places.forEach((place, list) -> copy.put(parameter, place, list)));
        return copy;
    }

    /** The values at a place itself. */
    List<ParameterValue> of(Parameter parameter, String place) {
        Map<String, List<ParameterValue>> places = byParameter.get(parameter);
        List<ParameterValue> list = places == null ? null : places.get(place);
        return list == null ? List.of() : list;
    }

    /** Whether a place has values of its own. */
    boolean has(Parameter parameter, String place) {
        return !of(parameter, place).isEmpty();
    }

    /** The value in force at a place on a day: a smaller place's wins over a larger one's. */
    @Nullable
    ParameterValue at(Parameter parameter, String place, LocalDate day) {
        for (String larger : Place.chain(place)) {
            for (ParameterValue value : of(parameter, larger)) {
                if (value.holdsOn(day)) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Every place that has a value of its own. */
    Set<String> places() {
        Set<String> places = new TreeSet<>();
        byParameter.values().forEach(map -> places.addAll(map.keySet()));
        return places;
    }

    /** Every value, by parameter, place and start. */
    List<ParameterValue> all() {
        List<ParameterValue> all = new ArrayList<>();
        byParameter.values().forEach(places -> places.values().forEach(all::addAll));
        return all;
    }
}
