package org.doudi.cli.reconcile;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** Counts what is wrong with the lists, by list, township and kind. */
final class Quality {
    /** One kind of error in the rows that one township answers for. */
    record Place(Roll roll, String township, Problem problem) {}

    private final Map<Place, Long> counts = new TreeMap<>(
            Comparator.comparing(Place::roll).thenComparing(Place::township).thenComparing(Place::problem));

    void add(Roll roll, String township, Problem problem) {
        counts.merge(new Place(roll, township, problem), 1L, Long::sum);
    }

    void addAll(Quality other) {
        other.counts.forEach((place, count) -> counts.merge(place, count, Long::sum));
    }

    void forEach(ObjLongConsumer<Place> visitor) {
        counts.forEach(visitor::accept);
    }

    /** How often a list has a problem, in all townships. */
    long of(Roll roll, Problem problem) {
        long sum = 0;
        for (Map.Entry<Place, Long> entry : counts.entrySet()) {
            if (entry.getKey().roll() == roll && entry.getKey().problem() == problem) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    /** Errors in the rows of one township, all lists. */
    long ofTownship(String township) {
        long sum = 0;
        for (Map.Entry<Place, Long> entry : counts.entrySet()) {
            sum += entry.getKey().township().equals(township) ? entry.getValue() : 0;
        }
        return sum;
    }
}
