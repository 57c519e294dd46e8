package org.doudi.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rule F: what is decided about dibao and the monthly base (clause 2.1-1; refusal of the check, clause 2.4-3). */
final class Dibao {
    private static final long MONTHS = 12;

    private Dibao() {}

    /** The four cases in their order: refused, eligible, gradual exit, not eligible. */
    static DibaoOutcome outcome(
            Household h, boolean incomeBelow, int brokenAssets, @Nullable LocalDate gradualUntil, Trace t) {
        boolean agreed = t.is(Rule.CONSENT, Trace.HOUSEHOLD, Status.consents(h.status()));
        DibaoOutcome outcome;
        if (!agreed) {
            outcome = DibaoOutcome.REFUSED;
        } else if (incomeBelow && brokenAssets == 0) {
            outcome = DibaoOutcome.ELIGIBLE;
        } else if (gradualUntil != null) {
            outcome = DibaoOutcome.GRADUAL_EXIT;
        } else {
            outcome = DibaoOutcome.NOT_ELIGIBLE;
        }
        t.is(Rule.DIBAO, Trace.HOUSEHOLD, outcome.ordinal());
        return outcome;
    }

    /** Somebody is left and net income < standard × members left. */
    static boolean incomeBelow(long net, int left, Parameters p, Trace t) {
        long limit = Math.multiplyExact(p.dibaoStandard, (long) left);
        return t.is(Rule.DIBAO_INCOME, Trace.HOUSEHOLD, left > 0 && net < limit, net, p.dibaoStandard, left, limit);
    }

    /** (standard × members left − net income) ÷ 12, rounded up once to the yuan; in gradual exit what the roll pays. */
    static long base(Household h, DibaoOutcome outcome, long net, int left, Parameters p, Trace t) {
        return switch (outcome) {
            case ELIGIBLE -> {
                long limit = Math.multiplyExact(p.dibaoStandard, (long) left);
                yield t.is(Rule.DIBAO_BASE, Trace.HOUSEHOLD, Parameters.ceilToYuan(limit - net, MONTHS), limit, net);
            }
            case GRADUAL_EXIT -> {
                Rolls.DibaoEntry entry = h.rolls().dibao();
                yield t.is(Rule.DIBAO_BASE, Trace.HOUSEHOLD, entry == null ? 0 : entry.monthlyFen(), 0, 0);
            }
            case NOT_ELIGIBLE, REFUSED -> 0;
        };
    }
}
