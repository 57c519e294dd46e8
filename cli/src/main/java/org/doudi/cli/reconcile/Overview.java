package org.doudi.cli.reconcile;

import java.time.LocalDate;
import java.util.Map;
import org.doudi.policy.Gap;
import org.doudi.policy.parameters.ParameterPack;

/**
 * What a reconciliation came to, in numbers; it is as small for a nation as for a village, but for the townships.
 *
 * @param lists what was read
 * @param asOf the day that was looked at
 * @param pack the parameters used
 * @param rolls where the rows of each list went that could be used
 * @param strangers people on lists whom no household holds
 * @param tally the households' outcomes and gaps
 * @param quality errors in the lists
 * @param problems cells, rows and files that could not be used
 * @param seconds time by step
 */
public record Overview(
        Lists lists,
        LocalDate asOf,
        ParameterPack pack,
        Map<Roll, Links.Counts> rolls,
        long strangers,
        Tally tally,
        Quality quality,
        long problems,
        Map<String, Double> seconds) {

    /** Gaps of a kind that are certain. */
    public long gaps(Gap.Kind kind) {
        return tally.gaps(kind);
    }

    /** Households that were assessed. */
    public long households() {
        return tally.households;
    }

    /** Whether every row and line could be used. */
    public boolean clean() {
        return problems == 0 && lists.unreadable().isEmpty();
    }
}
