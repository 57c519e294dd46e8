package org.doudi.server.casework;

import org.doudi.policy.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * One benefit of a case with its outcomes: the machine's, the township's, the county's, kept apart.
 *
 * @param who the member's number on a benefit of persons, else empty
 * @param machineFen the machine's amount, 0 where there is none
 * @param clause the clause that the outcome rests on
 */
public record BenefitLine(
        Benefit benefit,
        String who,
        Outcome machine,
        long machineFen,
        String clause,
        @Nullable Judgement township,
        @Nullable Judgement decided) {
    /**
     * What a person said to the line.
     *
     * @param reason why the outcome is another than the one before, or null where it is the same
     * @param fen the amount, 0 where there is none
     */
    public record Judgement(Outcome outcome, @Nullable String reason, long fen) {}

    /** The form's name of this line. */
    public String key() {
        return who.isEmpty() ? benefit.name() : benefit.name() + "." + who;
    }

    /** The outcome that holds now: a person's before the machine's. */
    public Outcome standing() {
        if (decided != null) {
            return decided.outcome();
        }
        return township != null ? township.outcome() : machine;
    }

    /** Why the outcome that holds is another than the machine's: the reason of whoever changed it last, or null. */
    public @Nullable String reason() {
        if (decided != null && decided.reason() != null) {
            return decided.reason();
        }
        return township != null && township.outcome() == standing() ? township.reason() : null;
    }

    /** The amount that holds now, in fen. */
    public long fen() {
        if (decided != null) {
            return decided.fen();
        }
        return township != null ? township.fen() : machineFen;
    }

    /** The amount that holds now in yuan, as written on paper. */
    public String yuan() {
        return Assessment.yuan(fen());
    }

    /** The machine's amount in yuan. */
    public String machineYuan() {
        return Assessment.yuan(machineFen);
    }
}
