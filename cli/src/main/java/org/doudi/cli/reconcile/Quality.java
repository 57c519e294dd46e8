package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** Counts what is wrong with the lists, by list, township and kind. */
public final class Quality implements Serializable {
    /** One kind of error in the rows that one township answers for. */
    record Place(Roll roll, String township, Problem problem) implements Comparable<Place>, Serializable {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::roll).thenComparing(Place::township).thenComparing(Place::problem);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Place, Long> counts = new TreeMap<>();

    void add(Roll roll, String township, Problem problem) {
        add(roll, township, problem, 1);
    }

    void add(Roll roll, String township, Problem problem, long rows) {
        counts.merge(new Place(roll, township, problem), rows, Long::sum);
    }

    /** Adds what was counted elsewhere. */
    public void addAll(Quality other) {
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
