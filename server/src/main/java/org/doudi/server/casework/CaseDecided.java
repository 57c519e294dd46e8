package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case was decided; told inside the transaction of the decision.
 *
 * @param from the first day for which it holds: the first of the month after the decision
 */
public record CaseDecided(
        String number, long household, String village, LocalDate decidedOn, LocalDate from, List<Line> lines) {
    public CaseDecided {
        lines = List.copyOf(lines);
    }

    /**
     * One benefit.
     *
     * @param who the member's number on a benefit of persons, else empty
     * @param person that member's id, else null
     * @param fen the amount, by {@link Benefit#pay()}; 0 where the decision names none
     */
    public record Line(
            Benefit benefit, String who, @Nullable Long person, Outcome outcome, long fen) {}
}
