package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Field;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.HouseholdView;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of a case shows.
 *
 * @param rail the steps in order
 * @param fields what the step asks now; empty for who does not own it
 * @param judged the lines that the step judges; empty in other steps
 * @param visits the visits that others made or were asked to make
 * @param surveyors whom the person can ask to visit
 * @param left working days left
 * @param moves what else the person can do to the case
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
        Set<Move> moves,
        Hands hands,
        List<Visit> visits,
        List<Officer> surveyors,
        Map<String, String> names,
        Map<Step, List<Long>> pictures) {
    /** What the step's form holds before anything is typed: the newest record of a visit, in the survey. */
    public Map<String, String> prefilled() {
        if (file.state().step() != Step.HOME_SURVEY) {
            return Map.of();
        }
        return visits.stream()
                .filter(Visit::isFilled)
                .findFirst()
                .map(Visit::content)
                .orElse(Map.of());
    }

    /** Whether the person's role looks into objections; whoever works in the village only hands answers on. */
    public boolean answers() {
        return Scope.officer().role().department() != Department.VILLAGE;
    }

    /**
     * What the person can do about who does the step.
     *
     * @param others the colleagues to whom it can be given
     */
    public record Hands(boolean canClaim, boolean canRelease, List<Officer> others) {}

    /** One stop of the rail: done, now or to come. */
    public record RailStop(
            Step step,
            String state,
            @Nullable LocalDate day,
            @Nullable String who) {}
}
