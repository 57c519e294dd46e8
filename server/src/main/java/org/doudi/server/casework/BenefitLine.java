package org.doudi.server.casework;

import org.doudi.policy.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * One benefit of a case with its outcomes: the machine's, the township's, the county's, kept apart.
 *
 * @param who the member's number on a benefit of persons, else empty
 * @param machineFen the amount a month, 0 where there is none
 * @param clause the clause that the outcome rests on
 */
public record BenefitLine(
        Benefit benefit,
        String who,
        Outcome machine,
        long machineFen,
        String clause,
        @Nullable Outcome township,
        @Nullable String townshipReason,
        @Nullable Outcome decided,
        @Nullable String decidedReason) {
    /** The form's name of this line. */
    public String key() {
        return who.isEmpty() ? benefit.name() : benefit.name() + "." + who;
    }

    /** The outcome that holds now: a person's before the machine's. */
    public Outcome standing() {
        if (decided != null) {
            return decided;
        }
        return township != null ? township : machine;
    }

    /** The amount a month in yuan, as written on paper. */
    public String yuan() {
        return Assessment.yuan(machineFen);
    }
}
