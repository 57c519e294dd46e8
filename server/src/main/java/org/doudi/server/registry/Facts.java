package org.doudi.server.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Household;

/** What is known of households. Nothing is ever written over: what turned out otherwise stays, with the day until which it was believed. */
public interface Facts {
    /**
     * Records a change: from now on it is known in place of what was known of the same thing for the same days.
     *
     * @param why the reason, for the audit trail
     * @throws java.util.NoSuchElementException if the household is not in one's area
     * @throws IllegalArgumentException if the household's record would not hang together with it
     */
    void record(FactChange change, String why);

    /** The record as it would be on the change's first day, or today if that is later, with the change and without writing it. */
    Household preview(FactChange change);

    /** What is known beside the law's record: as it was true on a day, by what was known at a moment. */
    Circumstances circumstances(long household, LocalDate asOf, Instant knownOn);

    /** What is known now of disasters of some households, as it is true on a day; of households without, nothing. */
    Map<Long, FactContent.Disasters> disasters(List<Long> households, LocalDate asOf);

    /** Everything that was ever recorded of a household, the last known first. */
    List<FactView> history(long household);
}
