package org.doudi.server.matching;

import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.Gap;

/**
 * How many gaps there are where: figures without people.
 *
 * @param rows one for each division and kind
 * @param trend how many stood at the end of each week, the oldest first
 */
public record Board(List<Row> rows, List<Week> trend) {
    public Board {
        rows = List.copyOf(rows);
        trend = List.copyOf(trend);
    }

    /**
     * Of one division and kind.
     *
     * @param opened in the last thirty days
     * @param closed in the last thirty days
     */
    public record Row(
            String place, Gap.Kind kind, long standing, long overdue, long settled, long opened, long closed) {}

    /** The end of a week. */
    public record Week(LocalDate day, long standing) {}
}
