package org.doudi.policy;

import java.time.LocalDate;

/**
 * Decides everything about one household on one day: rules A to K in their order. The command line, the server, the batch jobs and the
 * cluster all call this.
 */
public final class Assessor {
    /** The version of the rules; it changes whenever an answer could. */
    public static final String RULES = "2017.1";

    private Assessor() {}

    /**
     * Assesses a household.
     *
     * @param h the facts
     * @param p the parameters of the household's village on its day
     * @param t {@link Trace#OFF}, or a trace that notes each step
     * @throws ArithmeticException when amounts are so large that a sum does not fit; the answer would be wrong, so there is none
     */
    public static Assessment assess(Household h, Parameters p, Trace t) {
        Assessment a = new Assessment(h, p);
        a.brokenAssets = AssetTest.broken(h, p, t);
        boolean[] tekun = members(h, a, p, t);
        long[] jobCosts = EmploymentCost.ofEachMember(h, tekun, p, t);
        a.cost = EmploymentCost.ofHousehold(h, jobCosts, tekun, t);
        a.rigid = RigidSpending.ofHousehold(h, tekun, p, t);
        a.net = RigidSpending.netIncome(a.counted, a.cost, a.rigid, t);
        dibao(h, a, p, t);
        if (Status.consents(h.status())) {
            a.registerIncome = Register.income(h, jobCosts, p, t);
            a.register = Register.outcome(h, a.registerIncome, p, t);
        }
        benefits(h, a, p, t);
        a.gaps = Gaps.ofHousehold(h, a, t);
        return a;
    }

    /** Rules A and B: who is tekun and left out, and what the others have. */
    private static boolean[] members(Household h, Assessment a, Parameters p, Trace t) {
        long[] own = CountedIncome.ofEachMember(h, p, t);
        boolean[] tekun = new boolean[h.size()];
        for (int m = 0; m < tekun.length; m++) {
            tekun[m] = Tekun.tekun(h, m, own[m], a.brokenAssets, p, t);
            if (tekun[m]) {
                a.memberBits[m] = Assessment.TEKUN;
                a.tekunMembers++;
            }
        }
        a.counted = CountedIncome.ofHousehold(own, tekun, t);
        return tekun;
    }

    /** Rules F and G. */
    private static void dibao(Household h, Assessment a, Parameters p, Trace t) {
        int left = a.membersLeft();
        boolean below = Dibao.incomeBelow(a.net, left, p, t);
        LocalDate until = GradualExit.until(h, a.brokenAssets, p, t);
        a.dibao = Dibao.outcome(h, below, a.brokenAssets, until, t);
        a.until = a.dibao == DibaoOutcome.GRADUAL_EXIT ? until : null;
        a.base = Dibao.base(h, a.dibao, a.net, left, p, t);
        long monthly = a.base;
        if (a.dibao == DibaoOutcome.ELIGIBLE) {
            for (int m = 0; m < h.size(); m++) {
                if (!a.tekun(m)) {
                    int kind = TopUps.highest(h, m, p, t);
                    a.memberBits[m] |= kind << Assessment.TOP_UP_SHIFT;
                    monthly = Math.addExact(monthly, a.topUpFen(m));
                }
            }
        }
        a.monthly = t.is(Rule.DIBAO_MONTHLY, Trace.HOUSEHOLD, monthly, a.base, monthly - a.base);
    }

    /** Rules I, J and the members' part of K. */
    private static void benefits(Household h, Assessment a, Parameters p, Trace t) {
        boolean circle = Medical.householdInCircle(h, a.dibao);
        for (int m = 0; m < h.size(); m++) {
            boolean tekun = a.tekun(m);
            int bits = a.memberBits[m];
            bits |= Allowances.living(h, m, a.dibao, tekun, p, t) ? Assessment.LIVING : 0;
            bits |= Allowances.care(h, m, tekun, p, t) ? Assessment.CARE : 0;
            bits |= Medical.premiumSubsidy(m, circle, tekun, t) ? Assessment.PREMIUM : 0;
            bits |= Gaps.ofMember(h, m, bits, t) << Assessment.GAP_SHIFT;
            a.memberBits[m] = bits;
        }
        a.burden = Medical.burden(h, t);
        a.medical = Medical.outcome(h, a.dibao, a.tekunMembers, a.burden, a.counted, p, t);
    }
}
