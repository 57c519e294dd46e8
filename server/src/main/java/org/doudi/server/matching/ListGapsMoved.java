package org.doudi.server.matching;

import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.Gap;
import org.doudi.server.identity.Department;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;

/** Gaps that came of lists ended, or were opened again. It is told in the transaction in which they did. */
public record ListGapsMoved(List<Row> rows) {
    public ListGapsMoved {
        rows = List.copyOf(rows);
    }

    /**
     * A gap of one row of a list.
     *
     * @param origin names the row and the gap together
     * @param dueOn the day by which the department is to hear the end
     * @param outcome what came of it; null when it was opened again
     * @param endedOn the day of that
     */
    public record Row(
            long origin,
            String village,
            Department department,
            ListKind list,
            long listImport,
            String fileName,
            int line,
            Gap.Kind kind,
            LocalDate openedOn,
            LocalDate dueOn,
            @Nullable Outcome outcome,
            @Nullable LocalDate endedOn) {
        @Override
        public String toString() {
            return "gap of a list " + origin;
        }
    }
}
