package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of one's area for programs: numbers only, no names. Who wants to see people reads a household. Each listing is in the trail. */
public interface RegistryLists {
    /** A household, without its people. */
    record HouseholdLine(
            long id,
            String number,
            String village,
            @Nullable LocalDate dissolvedOn) {}

    /**
     * An entry of a roll.
     *
     * @param entry the entry's own id
     * @param person the person on a roll of persons, else null
     * @param from the first day that it holds
     * @param monthlyFen what is paid a month on {@link Roll#DIBAO}, else 0
     */
    record RollLine(
            long entry, long household, @Nullable Long person, String village, LocalDate from, long monthlyFen) {}

    /**
     * Households by id.
     *
     * @param village of that village only
     * @param after those with a greater id
     */
    List<HouseholdLine> households(Optional<String> village, long after, int limit);

    /**
     * Who is on a roll on a day, as known now, by the entry's id.
     *
     * @param after those with a greater entry id
     */
    List<RollLine> roll(Roll roll, LocalDate on, long after, int limit);
}
