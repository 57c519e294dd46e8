package org.doudi.policy;

/** Rule C: the cost of employment that may be deducted (clause 2.2-4). */
final class EmploymentCost {
    private EmploymentCost() {}

    /** Only for a household that is on the dibao roll, or on the register as poor or lifted out. */
    static boolean entitled(Household h) {
        return h.rolls().dibao() != null || h.rolls().register() != null;
    }

    /** Over the members who are not tekun. */
    static long ofHousehold(Household h, boolean[] tekun, Parameters p, Trace t) {
        boolean entitled = entitled(h);
        long sum = 0;
        if (entitled) {
            for (int m = 0; m < h.size(); m++) {
                int months = MemberFacts.jobMonths(h.facts(m));
                if (months > 0) {
                    long cost = ofMember(h, m, months, tekun[m], p, t);
                    if (!tekun[m]) {
                        sum = Math.addExact(sum, cost);
                    }
                }
            }
        }
        return t.is(Rule.EMPLOYMENT_COST, Trace.HOUSEHOLD, sum, entitled ? 1 : 0);
    }

    /** The months worked times the amount for the mode, and no more than the wage. */
    static long ofMember(Household h, int m, int months, boolean tekun, Parameters p, Trace t) {
        JobMode mode = MemberFacts.jobMode(h.facts(m));
        long wage = wage(h, m);
        long cost = Math.min(wage, Math.multiplyExact(p.employmentCost(mode), (long) months));
        return t.is(Rule.JOB_COST, m, cost, wage, months, mode.ordinal(), tekun ? 1 : 0);
    }

    /** Over all members, for the register. */
    static long ofAll(Household h, Parameters p) {
        long sum = 0;
        if (entitled(h)) {
            for (int m = 0; m < h.size(); m++) {
                int months = MemberFacts.jobMonths(h.facts(m));
                if (months > 0) {
                    sum = Math.addExact(sum, ofMember(h, m, months, false, p, Trace.OFF));
                }
            }
        }
        return sum;
    }

    private static long wage(Household h, int m) {
        long wage = 0;
        for (int i = 0; i < h.incomeEntries(); i++) {
            if (h.incomeMember(i) == m && h.incomeItem(i) == IncomeItem.WAGE) {
                wage = Math.addExact(wage, h.incomeFen(i));
            }
        }
        return wage;
    }
}
