package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a category is looked at from a day on, and what the machine may end of it (clause 2.4-4).
 *
 * @param from the first day on which it holds
 * @param announced the day on which it became known; null for what came with the software
 * @param document the document that sets it; empty for what came with the software
 * @param article the place in it, or empty
 * @param entering the name of who proposed it; empty for what came with the software
 * @param deciding the name of who decided, or null
 * @param why the reason of a refusal, or empty
 */
public record Rhythm(
        long id,
        Category category,
        LocalDate from,
        Terms terms,
        @Nullable LocalDate announced,
        String document,
        String article,
        State state,
        long enteredBy,
        String entering,
        @Nullable LocalDate enteredOn,
        @Nullable String deciding,
        @Nullable LocalDate decidedOn,
        String why) {
    /** What the machine may end without a second person, and on what condition; the message {@code reverification.closing.<closing>}. */
    public enum Closing {
        /** What a visit found unchanged and the rules find the same. */
        UNCHANGED,
        /** What a mass check finds the same, though nobody visited. */
        UNVISITED,
        /** Also where the rules used values that are only examples. */
        EXAMPLES,
        /** Only who was answered by the departments that were asked to check the economic circumstances. */
        CHECKED
    }

    /** What became of it; the message {@code reverification.rhythm.state.<state>}. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        WITHDRAWN
    }

    /**
     * The rule itself.
     *
     * @param months from one look to the next, 12 at most
     * @param noticeDays so many days before its day the family is told, 15 at least
     * @param graceDays so many days after it the payment goes on, 7 at least
     * @param machine what the machine may end
     */
    public record Terms(int months, int noticeDays, int graceDays, Set<Closing> machine) {
        private static final int YEAR = 12;
        private static final int LEAST_NOTICE = 15;
        private static final int LEAST_GRACE = 7;
        private static final int MOST_DAYS = 90;

        public Terms {
            machine = Set.copyOf(machine);
        }

        /** Whether the law lets it be. */
        public boolean isLawful() {
            return months >= 1
                    && months <= YEAR
                    && noticeDays >= LEAST_NOTICE
                    && noticeDays <= MOST_DAYS
                    && graceDays >= LEAST_GRACE
                    && graceDays <= MOST_DAYS;
        }

        /** Whether it does not contradict itself: what goes further needs what goes less far. */
        public boolean isConsistent() {
            return machine.isEmpty() || machine.contains(Closing.UNCHANGED);
        }
    }
}
