package org.doudi.policy;

/** Rule C: the cost of employment that may be deducted (clause 2.2-4). */
final class EmploymentCost {
    private static final int WAGE = IncomeItem.WAGE.ordinal();

    private static final long[] NOBODY = {};

    private EmploymentCost() {}

    /** Only for a household that is on the dibao roll, or on the register as poor or lifted out. */
    static boolean entitled(Household h) {
        return Status.onDibaoRoll(h.status()) || Status.onRegister(h.status());
    }

    /** The cost of each member, tekun or not; of nobody in a household that is not entitled. */
    static long[] ofEachMember(Household h, boolean[] tekun, Parameters p, Trace t) {
        if (!entitled(h)) {
            return NOBODY;
        }
        long[] costs = new long[tekun.length];
        for (int m = 0; m < costs.length; m++) {
            int months = MemberFacts.jobMonths(h.facts(m));
            if (months > 0) {
                costs[m] = ofMember(h, m, months, tekun[m], p, t);
            }
        }
        return costs;
    }

    /** Over the members who are not tekun. */
    static long ofHousehold(Household h, long[] costs, boolean[] tekun, Trace t) {
        long sum = 0;
        for (int m = 0; m < costs.length; m++) {
            if (!tekun[m]) {
                sum = Math.addExact(sum, costs[m]);
            }
        }
        return t.is(Rule.EMPLOYMENT_COST, Trace.HOUSEHOLD, sum, entitled(h) ? 1 : 0);
    }

    /** The months worked times the amount for the mode, and no more than the wage. */
    static long ofMember(Household h, int m, int months, boolean tekun, Parameters p, Trace t) {
        JobMode mode = MemberFacts.jobMode(h.facts(m));
        long wage = wage(h, m);
        long cost = Math.min(wage, Math.multiplyExact(p.employmentCost(mode), (long) months));
        return t.is(Rule.JOB_COST, m, cost, wage, months, mode.ordinal(), tekun ? 1 : 0);
    }

    /** Over all members, for the register. */
    static long ofAll(long[] costs) {
        long sum = 0;
        for (long cost : costs) {
            sum = Math.addExact(sum, cost);
        }
        return sum;
    }

    private static long wage(Household h, int m) {
        long wage = 0;
        for (int i = 0; i < h.incomeEntries(); i++) {
            if (h.incomeMember(i) == m && h.incomeCode(i) == WAGE) {
                wage = Math.addExact(wage, h.incomeFen(i));
            }
        }
        return wage;
    }
}
