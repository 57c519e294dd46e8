package org.doudi.server.casework.step;

import java.time.LocalDate;
import java.util.Map;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Step;

/** Which work belongs to which step. */
public final class Works {
    private Works() {}

    /**
     * The work of a step in a case that was opened on that day.
     *
     * @param adults the names of the adult members by their numbers, who all sign
     */
    public static StepWork of(Step step, LocalDate opened, Map<String, String> adults, Deadlines deadlines) {
        return switch (step) {
            case ACCEPTANCE -> new Acceptance(adults);
            case ECONOMIC_CHECK -> new EconomicCheck();
            case HOME_SURVEY -> new HomeSurvey();
            case REVIEW_MEETING -> new ReviewMeeting();
            case TOWNSHIP_REVIEW, DECISION -> new Judging(step);
            case VILLAGE_NOTICE, COUNTY_NOTICE ->
                new Notice(step, deadlines.of(step, opened).days());
            case SUBMISSION -> new Submission();
            case COUNTY_REVIEW -> new CountyReview();
            case LETTER -> new Letter();
        };
    }
}
