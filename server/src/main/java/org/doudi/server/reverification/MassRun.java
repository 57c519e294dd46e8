package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check of many looks at once.
 *
 * @param place the division
 * @param category of one category, or null for all
 * @param until looks that are due by this day
 * @param total how many there were when it began
 * @param looked how many it looked at so far
 * @param closed how many of these it ended
 * @param fallouts how many it left to people, for which reason
 */
public record MassRun(
        long id,
        String place,
        String name,
        @Nullable Category category,
        LocalDate until,
        State state,
        long total,
        long looked,
        long closed,
        Map<Fallout, Long> fallouts,
        LocalDate startedOn,
        String startedBy,
        int version) {
    /** Where it stands; the message {@code reverification.mass.state.<state>}. */
    public enum State {
        RUNNING,
        STOPPED,
        DONE
    }

    /** How far it came, in percent. */
    public long percent() {
        return state == State.DONE || total == 0 ? 100 : Math.min(99, looked * 100 / total);
    }
}
