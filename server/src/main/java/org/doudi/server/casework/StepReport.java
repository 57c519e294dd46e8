package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.Map;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Step;

/** One thing that was done to a case: who, when, what was written. */
public record StepReport(
        Step step,
        Move move,
        long officer,
        String officerName,
        String officerRole,
        LocalDate doneOn,
        Map<String, String> content) {}
