package org.doudi.cli.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.policy.Gap;
import org.doudi.policy.parameters.ParameterPack;

/**
 * What came out of a reconciliation.
 *
 * @param folder what was read
 * @param asOf the day that was looked at
 * @param pack the parameters used
 * @param persons the households' members
 * @param books the lists that could be read
 * @param links what the linkage made of them
 * @param unreadable lists that are there and could not be used
 * @param strangers people on lists whom no household holds
 * @param tally the households' outcomes and gaps
 * @param quality errors in the lists
 * @param problems cells, rows and files that could not be used
 * @param seconds time by step
 */
public record Reconciled(
        InputFolder folder,
        LocalDate asOf,
        ParameterPack pack,
        PersonBook persons,
        Map<Roll, RollBook> books,
        Map<Roll, Links> links,
        Set<Roll> unreadable,
        Strangers strangers,
        Tally tally,
        Quality quality,
        List<InputProblem> problems,
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
        return problems.isEmpty() && unreadable.isEmpty();
    }
}
