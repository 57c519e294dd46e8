package org.doudi.policy.simulation;

import org.doudi.policy.Assessment;
import org.doudi.policy.Household;

/**
 * What a reform changes for one household: its answer before and after, on the same day.
 *
 * @param before the answer with the baseline
 * @param after the answer with the reform
 */
public record Difference(Assessment before, Assessment after) {
    /** The household. */
    public Household household() {
        return before.household();
    }

    /** Dibao and the two allowances a month with the baseline, in fen. */
    public long monthlyBeforeFen() {
        return monthly(before);
    }

    /** Dibao and the two allowances a month with the reform, in fen. */
    public long monthlyAfterFen() {
        return monthly(after);
    }

    /** What the household gains a month, in fen; negative when it loses. */
    public long gainMonthlyFen() {
        return monthlyAfterFen() - monthlyBeforeFen();
    }

    static long monthly(Assessment a) {
        return a.monthlyFen() + allowances(a);
    }

    static long allowances(Assessment a) {
        long sum = 0;
        for (int m = 0; m < a.household().size(); m++) {
            sum += a.livingAllowanceFen(m) + a.careAllowanceFen(m);
        }
        return sum;
    }
}
