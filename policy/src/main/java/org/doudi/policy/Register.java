package org.doudi.policy;

/** Rule H: what is decided about the poverty register (clauses 1.2-1, 2.1-3 and 2.1-5). */
final class Register {
    private Register() {}

    /** What the register counts of all members less the employment cost of all, not below zero; no rigid spending. */
    static long income(Household h, long[] jobCosts, Parameters p, Trace t) {
        long counted = CountedIncome.forRegister(h, p, t);
        long cost = EmploymentCost.ofAll(jobCosts);
        return t.is(Rule.REGISTER_INCOME, Trace.HOUSEHOLD, Math.max(0, counted - cost), counted, cost);
    }

    /** Poor below the line, or when a guarantee is lacking. */
    static RegisterOutcome outcome(Household h, long income, Parameters p, Trace t) {
        boolean below = incomeBelow(h, income, p, t);
        boolean guaranteed = guaranteed(h, t);
        RegisterOutcome outcome = below || !guaranteed ? RegisterOutcome.POOR : RegisterOutcome.NOT_POOR;
        t.is(Rule.REGISTER, Trace.HOUSEHOLD, outcome.ordinal());
        return outcome;
    }

    /** Register income < poverty line × all members. */
    static boolean incomeBelow(Household h, long income, Parameters p, Trace t) {
        long limit = Math.multiplyExact(p.povertyLine, (long) h.size());
        return t.is(Rule.REGISTER_INCOME_TEST, Trace.HOUSEHOLD, income < limit, income, p.povertyLine, h.size(), limit);
    }

    /** Food, clothing, schooling, medical care and housing are all there. */
    static boolean guaranteed(Household h, Trace t) {
        int lacking = Status.lacking(h.status());
        return t.is(Rule.GUARANTEES, Trace.HOUSEHOLD, lacking == 0, lacking);
    }
}
