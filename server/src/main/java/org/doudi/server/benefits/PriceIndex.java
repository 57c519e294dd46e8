package org.doudi.server.benefits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much prices rose in a month against the same month of the year before, as a statistics office published it.
 *
 * @param place the city or county that it holds for, 4 or 6 digits
 * @param month its first day
 * @param cpi the rise of consumer prices in hundredths of a percent; below 0 where they fell
 * @param food the rise of food prices, likewise
 * @param source where it was published
 * @param triggers whether it starts the price subsidy
 * @param dueOn the last day to pay the subsidy if it does
 * @param why why an earlier figure is corrected; empty for a first one
 * @param knownFrom the moment from which it is the one in force, or null while it is not
 * @param knownTo the moment from which a corrected one is in force, or null
 */
public record PriceIndex(
        long id,
        String place,
        LocalDate month,
        int cpi,
        int food,
        LocalDate publishedOn,
        String source,
        State state,
        boolean triggers,
        LocalDate dueOn,
        String why,
        long enteredBy,
        @Nullable Instant knownFrom,
        @Nullable Instant knownTo) {
    /** How far a figure is. */
    public enum State {
        /** It moves money, so a second person looks at it. */
        PROPOSED,
        IN_FORCE,
        REFUSED
    }

    /** Whether it is the one that counts now. */
    public boolean counts() {
        return state == State.IN_FORCE && knownTo == null;
    }
}
