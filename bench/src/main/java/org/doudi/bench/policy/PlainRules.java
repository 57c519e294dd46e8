package org.doudi.bench.policy;

import java.time.LocalDate;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Labour;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;

/**
 * Rules A to K once more, written straight down from the specification: no trace, no clause, no explanation. It is what Doudi's speed
 * is measured against, and an independent re-computation of its answers.
 */
final class PlainRules {
    /** Which rolls count an item, by its place: 2 both, 1 the register alone, 0 neither, 3 by the date. */
    private static final int[] COUNTING = new int[IncomeItem.values().length];

    private static final int WAGE = IncomeItem.WAGE.ordinal();
    private static final int NO_LABOUR = Labour.NONE.ordinal();
    private static final int ABLE = Supporter.ABLE.ordinal();
    private static final int INTELLECTUAL = DisabilityCategory.INTELLECTUAL.ordinal();
    private static final int MENTAL = DisabilityCategory.MENTAL.ordinal();
    private static final int LIMB = DisabilityCategory.LIMB.ordinal();
    private static final int SELF_PAID = SpendingItem.MEDICAL_SELF_PAID.ordinal();

    static {
        for (IncomeItem item : IncomeItem.values()) {
            COUNTING[item.ordinal()] = switch (item) {
                case WAGE,
                        FARMING,
                        TRADE,
                        INTEREST,
                        RENT,
                        LAND_TRANSFER,
                        DIVIDEND,
                        SUPPORT_RECEIVED,
                        PENSION,
                        UNEMPLOYMENT,
                        COMPENSATION,
                        GIFT,
                        FARM_SUBSIDY -> 2;
                case BASIC_PENSION -> 3;
                case DIBAO_PAYMENT, TEKUN_PAYMENT -> 1;
                default -> 0;
            };
        }
    }

    private PlainRules() {}

    static PlainResult assess(PlainHousehold h, PlainParameters p) {
        int size = h.size;
        PlainResult r = new PlainResult(size);
        boolean deducts = h.onDibao || h.register != PlainHousehold.NOT_REGISTERED;
        boolean broken = h.financial * 12 > p.financialMonths * p.standard * size
                || h.houses > p.houses
                || h.cars > p.cars
                || h.machines > p.machines
                || h.business;
        long[] own = new long[size];
        long[] wage = new long[size];
        long registerIncome = 0;
        for (int i = 0; i < h.incomeCodes.length; i++) {
            int member = h.incomeCodes[i] >> 6;
            int item = h.incomeCodes[i] & 63;
            int counting = counting(item, p.pensionExcluded);
            if (counting >= 1) {
                registerIncome += h.incomeFen[i];
                if (counting == 2) {
                    own[member] += h.incomeFen[i];
                }
            }
            if (item == WAGE) {
                wage[member] += h.incomeFen[i];
            }
        }
        boolean bedridden = false;
        long registerCost = 0;
        for (int m = 0; m < size; m++) {
            int at = m * PlainHousehold.STRIDE;
            long cost = 0;
            int months = h.members[at + PlainHousehold.MONTHS];
            if (deducts && months > 0) {
                cost = Math.min(wage[m], months * p.workCost[h.members[at + PlainHousehold.MODE]]);
            }
            registerCost += cost;
            bedridden |= is(h, at, Trait.BEDRIDDEN);
            if (tekun(h, at, own[m], broken, p)) {
                r.members[m] = PlainResult.TEKUN;
            } else {
                r.left++;
                r.counted += own[m];
                r.cost += cost;
                r.rigid += p.rigid && h.spendingCodes.length > 0 ? rigid(h, m, p) : 0;
            }
        }
        r.net = Math.max(0, r.counted - r.cost - r.rigid);
        dibao(h, r, p, broken, bedridden);
        if (h.consent) {
            r.registerIncome = Math.max(0, registerIncome - registerCost);
            r.register = r.registerIncome < p.line * size || !h.guaranteed ? 0 : 1;
        }
        benefits(h, r, p);
        return r;
    }

    private static int age(PlainHousehold h, int at) {
        return (h.today - h.members[at + PlainHousehold.BIRTH]) / 10_000;
    }

    private static boolean is(PlainHousehold h, int at, Trait trait) {
        return (h.members[at + PlainHousehold.TRAITS] & 1 << trait.ordinal()) != 0;
    }

    /** 2 for both rolls, 1 for the register alone, 0 for neither. */
    static int counting(int item, boolean pensionExcluded) {
        int counting = COUNTING[item];
        return counting < 3 ? counting : pensionExcluded ? 0 : 2;
    }

    private static boolean tekun(PlainHousehold h, int at, long own, boolean broken, PlainParameters p) {
        if (broken || own >= p.standard || h.members[at + PlainHousehold.SUPPORTER] == ABLE) {
            return false;
        }
        int age = age(h, at);
        if (age >= p.tekunOld || age < p.tekunYoung || h.members[at + PlainHousehold.LABOUR] == NO_LABOUR) {
            return true;
        }
        int category = h.members[at + PlainHousehold.CATEGORY];
        int level = h.members[at + PlainHousehold.LEVEL];
        return (level <= 2 && (category == INTELLECTUAL || category == MENTAL)) || (level == 1 && category == LIMB);
    }

    private static long rigid(PlainHousehold h, int m, PlainParameters p) {
        long sum = 0;
        for (int item = 0; item < p.cap.length; item++) {
            long spent = 0;
            for (int i = 0; i < h.spendingCodes.length; i++) {
                spent += h.spendingCodes[i] == (m << 6 | item) ? h.spendingFen[i] : 0;
            }
            sum += (Math.min(spent, p.cap[item]) * p.rate[item] + 50) / 100;
        }
        return sum;
    }

    private static void dibao(PlainHousehold h, PlainResult r, PlainParameters p, boolean broken, boolean bedridden) {
        if (!h.consent) {
            r.dibao = 3;
            return;
        }
        if (r.left > 0 && r.net < p.standard * r.left && !broken) {
            r.base = PlainParameters.wholeYuan(p.standard * r.left - r.net, 12);
            r.monthly = r.base;
            for (int m = 0; m < r.members.length; m++) {
                if (r.members[m] != PlainResult.TEKUN) {
                    topUp(h, m, r, p);
                }
            }
            return;
        }
        r.dibao = 2;
        LocalDate lifted = h.liftedOn;
        if (h.onDibao && !broken && h.register == PlainHousehold.LIFTED && h.throughProgramme && lifted != null) {
            LocalDate until = lifted.plusMonths(p.exitMonths + (bedridden ? p.bedriddenMonths : 0));
            if (h.assessedOn.isBefore(until)) {
                r.dibao = 1;
                r.untilEpochDay = until.toEpochDay();
                r.base = h.rollMonthly;
                r.monthly = r.base;
            }
        }
    }

    private static void topUp(PlainHousehold h, int m, PlainResult r, PlainParameters p) {
        int at = m * PlainHousehold.STRIDE;
        int age = age(h, at);
        long best = 0;
        int kind = 0;
        if (age >= p.topUpOld) {
            best = p.elderlyTopUp;
            kind = 1;
        }
        if (age < p.topUpYoung && p.minorTopUp > best) {
            best = p.minorTopUp;
            kind = 2;
        }
        if (h.members[at + PlainHousehold.LEVEL] <= 2 && p.disabledTopUp > best) {
            best = p.disabledTopUp;
            kind = 3;
        }
        if (is(h, at, Trait.SERIOUSLY_ILL) && p.illTopUp > best) {
            best = p.illTopUp;
            kind = 4;
        }
        if (is(h, at, Trait.PREFERENTIAL) && p.preferentialTopUp > best) {
            best = p.preferentialTopUp;
            kind = 5;
        }
        r.members[m] |= kind << PlainResult.TOP_UP;
        r.monthly += best;
    }

    private static void benefits(PlainHousehold h, PlainResult r, PlainParameters p) {
        boolean rollPoor = h.register == PlainHousehold.POOR;
        boolean circle = r.dibao <= 1 || rollPoor;
        for (int m = 0; m < r.members.length; m++) {
            int at = m * PlainHousehold.STRIDE;
            boolean tekun = (r.members[m] & PlainResult.TEKUN) != 0;
            int level = h.members[at + PlainHousehold.LEVEL];
            boolean living = level <= 4 && r.dibao == 0 && !tekun;
            boolean care = level <= 2 && !tekun && !is(h, at, Trait.LIVING_ELSEWHERE_FUNDED);
            int gaps = gap(tekun, is(h, at, Trait.ON_TEKUN_ROLL))
                    | gap(living, is(h, at, Trait.ON_LIVING_ALLOWANCE_ROLL)) << 2
                    | gap(care, is(h, at, Trait.ON_CARE_ALLOWANCE_ROLL)) << 4;
            r.members[m] |= (living ? PlainResult.LIVING : 0)
                    | (care ? PlainResult.CARE : 0)
                    | (circle || tekun ? PlainResult.PREMIUM : 0)
                    | gaps << (PlainResult.GAPS + 5);
        }
        for (int i = 0; i < h.spendingCodes.length; i++) {
            r.burden += (h.spendingCodes[i] & 63) == SELF_PAID ? h.spendingFen[i] : 0;
        }
        if (!circle && r.left == r.members.length) {
            r.medical = r.burden * 100 > p.catastrophic * r.counted ? 3 : 0;
        } else {
            r.medical = r.burden >= p.major ? 2 : r.burden >= p.aid ? 1 : 0;
        }
        r.gaps = (r.dibao == 0 && !h.onDibao ? 1 : 0)
                | (h.onDibao && r.dibao >= 2 ? 1 << 1 : 0)
                | (r.register == 0 && h.register == PlainHousehold.NOT_REGISTERED ? 1 << 2 : 0)
                | (r.register == 0 && h.register == PlainHousehold.LIFTED ? 1 << 3 : 0)
                | (r.register == 1 && rollPoor ? 1 << 4 : 0);
    }

    /** 1 for missing from a roll, 2 for due to leave it. */
    private static int gap(boolean due, boolean onRoll) {
        return due == onRoll ? 0 : due ? 1 : 2;
    }
}
