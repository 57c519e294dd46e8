package org.doudi.server.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.FallBack;
import org.doudi.policy.MissingParameterException;

/**
 * A household as the rules see it, and what the watch over those lifted out sees beside them.
 *
 * @param lossFen what disasters of the last year took
 */
record Outlook(Assessment assessment, long lossFen) {
    /** By what the household would be in danger to fall back; nothing where it is not watched. */
    List<FallBack.Sign> signs() {
        if (!FallBack.watches(assessment)) {
            return List.of();
        }
        LocalDate day = assessment.household().assessedOn();
        try {
            return FallBack.at(assessment.parameters(), assessment.household().village(), day)
                    .signs(assessment, lossFen);
        } catch (MissingParameterException e) {
            // the city set no values for the day: nobody is watched then
            return List.of();
        }
    }
}
