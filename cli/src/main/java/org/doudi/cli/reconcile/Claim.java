package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.util.Comparator;
import org.doudi.cli.reconcile.HouseholdRolls.Entry;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one roll say about one household. The claims about a household, in their order, make what the rolls say about it.
 *
 * @param order when it is said
 * @param kind what it says
 * @param entry the entry it rests on
 * @param memberId the member it is about; null when it is about the household
 * @param person the line of that member in the list of members
 * @param strength how near the entry is, where it is in doubt
 */
public record Claim(
        Order order, Kind kind, Entry entry, @Nullable String memberId, long person, Strength strength)
        implements Serializable {
    /** What a claim says. */
    public enum Kind {
        /** A member stands on the roll. */
        MEMBER,
        /** A member may stand on the roll, unless it is sure that the member does. */
        PERHAPS_MEMBER,
        /** The household stands on the roll. */
        HOUSEHOLD,
        /** The household may stand on the roll. */
        PERHAPS_HOUSEHOLD
    }

    /**
     * The place of a claim among those about the same household.
     *
     * @param roll the roll
     * @param phase what is sure comes before what is in doubt
     * @param row the line of the row, or of the first row of a case
     * @param next among those of one row
     */
    public record Order(Roll roll, int phase, long row, long next) implements Comparable<Order>, Serializable {
        private static final Comparator<Order> ORDER = Comparator.comparing(Order::roll)
                .thenComparingInt(Order::phase)
                .thenComparingLong(Order::row)
                .thenComparingLong(Order::next);

        @Override
        public int compareTo(Order other) {
            return ORDER.compare(this, other);
        }
    }

    /** Receives claims. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a claim about a household. */
        void claim(String household, Claim claim);
    }
}
