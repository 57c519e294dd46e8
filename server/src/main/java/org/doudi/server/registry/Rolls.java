package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on which roll, with history. */
public interface Rolls {
    /** The rolls that the household and its members are on, as known now. */
    List<RollEntry> of(long household, LocalDate asOf);

    /** Puts on a roll from a day on, in place of an entry of the same household or person on the same roll. */
    void enter(long household, RollEntry entry, LocalDate from, String source, String why);

    /**
     * Takes off a roll.
     *
     * @param person the person, or null on a roll of households
     * @param from the first day off the roll
     */
    void leave(long household, Roll roll, @Nullable Long person, LocalDate from, String source, String why);
}
