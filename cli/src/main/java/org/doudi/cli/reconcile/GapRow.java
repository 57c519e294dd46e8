package org.doudi.cli.reconcile;

import java.io.Serializable;
import org.doudi.cli.reconcile.HouseholdRolls.Doubt;
import org.doudi.policy.Gap;
import org.jspecify.annotations.Nullable;

/**
 * One gap, with what a clerk needs to act on it.
 *
 * @param gap what differs
 * @param household the household
 * @param village the village's code
 * @param name of the person, or of the head of the household
 * @param clause the clause that orders it to be mended
 * @param reason why, in words
 * @param evidence the row of the list it rests on, or that there is none
 * @param monthlyFen what is at stake a month; −1 where no parameter says
 * @param doubt the link that must be decided first; null when the gap is certain
 */
public record GapRow(
        Gap gap,
        String household,
        String village,
        String name,
        String clause,
        String reason,
        String evidence,
        long monthlyFen,
        @Nullable Doubt doubt)
        implements Serializable {

    String person() {
        return gap.memberId() == null ? "" : household + "-" + gap.memberId();
    }

    Department department() {
        return GapKinds.department(gap.kind());
    }
}
