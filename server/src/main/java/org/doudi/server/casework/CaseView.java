package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Field;
import org.doudi.server.registry.HouseholdView;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of a case shows.
 *
 * @param rail the steps in order
 * @param fields what the step asks now; empty for who does not own it
 * @param judged the lines that the step judges; empty in other steps
 * @param left working days left
 */
public record CaseView(
        CaseFile file,
        HouseholdView household,
        List<RailStop> rail,
        List<BenefitLine> benefits,
        List<StepReport> reports,
        List<Objection> objections,
        List<Field> fields,
        List<BenefitLine> judged,
        boolean mine,
        boolean posted,
        int left,
        Map<String, String> names,
        Map<Step, List<Long>> pictures) {
    /** One stop of the rail: done, now or to come. */
    public record RailStop(
            Step step,
            String state,
            @Nullable LocalDate day,
            @Nullable String who) {}
}
