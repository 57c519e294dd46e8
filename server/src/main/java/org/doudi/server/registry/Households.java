package org.doudi.server.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.policy.Assessment;
import org.doudi.policy.Household;
import org.doudi.policy.explain.Explanation;

/**
 * The households of one's area. What lies outside of it is not there: not found by id, by search, or in a count. Every reading of a
 * household is in the audit trail.
 */
public interface Households {
    /**
     * A household with its members of today.
     *
     * @throws java.util.NoSuchElementException if there is none in one's area
     */
    HouseholdView get(long id);

    /** A household with its members of today, if there is one in one's area. */
    Optional<HouseholdView> find(long id);

    /** A household with its members on a day, as known at a moment. */
    Optional<HouseholdView> find(long id, LocalDate asOf, Instant knownOn);

    /**
     * What the rules look at, from the stored facts.
     *
     * @param asOf the day that is looked at
     * @param knownOn the moment whose knowledge counts
     * @throws java.util.NoSuchElementException if there is no such household in one's area, or nothing is known of it for the day
     */
    Household record(long id, LocalDate asOf, Instant knownOn);

    /** {@link #record} decided by the parameters in force. */
    Assessment assess(long id, LocalDate asOf, Instant knownOn);

    /** {@link #assess} with its reasons. */
    Explanation explain(long id, LocalDate asOf, Instant knownOn);

    /** What the rules say of a household, and what is known of it beside the law's record. */
    record Told(Explanation explanation, Circumstances circumstances) {}

    /** {@link #explain} of a household as {@link #find} gave it for the day and the moment, with what is known beside the record. */
    Told tell(HouseholdView household, LocalDate asOf, Instant knownOn);

    /** People of one's area, at most {@link SearchQuery#MOST}. */
    List<Hit> search(SearchQuery query);

    /** How many households there are in one's area. */
    long count();
}
