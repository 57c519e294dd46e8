package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.List;

/** Moves out of one's area: the township that the household leaves offers it, the one that it comes to takes it in. */
public interface Transfers {
    /** A household on its way. */
    record Transfer(
            long id,
            long household,
            String number,
            String headName,
            int members,
            String fromVillage,
            String toVillage,
            String address,
            LocalDate on,
            String source,
            String document,
            String offeredBy,
            Direction direction) {}

    /** As seen from one's own area. */
    enum Direction {
        COMING,
        GOING
    }

    /** Offers a household to the area that it moves to. */
    void offer(HouseholdChange.Move move);

    /** Those that are under way and begin or end in one's area. */
    List<Transfer> open();

    /**
     * Takes a household in that comes to one's area.
     *
     * @return the household
     */
    long takeIn(long transfer);

    /** Ends a transfer without a move: the receiver sends it back, or the sender withdraws it. */
    void end(long transfer);
}
