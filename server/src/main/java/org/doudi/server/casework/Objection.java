package org.doudi.server.casework;

import java.time.LocalDate;
import org.doudi.server.casework.path.Step;
import org.jspecify.annotations.Nullable;

/** An objection made while a notice was up; the notice cannot end before it is answered (clause 2.4-11). */
public record Objection(
        long id,
        Step step,
        LocalDate madeOn,
        String words,
        @Nullable LocalDate answeredOn,
        @Nullable String answer) {}
