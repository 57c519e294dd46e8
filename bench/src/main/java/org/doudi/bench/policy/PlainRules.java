package org.doudi.bench.policy;

import java.time.LocalDate;
import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Labour;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.policy.SpendingEntry;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;

/**
 * Rules A to K once more, written straight down from the specification: no trace, no clause, no explanation. It is what Doudi's speed
 * is measured against, and an independent re-computation of its answers.
 */
final class PlainRules {
    private PlainRules() {}

    static PlainResult assess(Household h, PlainParameters p) {
        int size = h.size();
        PlainResult r = new PlainResult(size);
        int today = PlainParameters.number(h.assessedOn());
        Rolls.RegisterEntry register = h.rolls().register();
        boolean onDibao = h.rolls().dibao() != null;
        boolean deducts = onDibao || register != null;
        boolean broken = h.assets().financialFen() * 12 > p.financialMonths * p.standard * size
                || h.assets().houses() > p.houses
                || h.assets().cars() > p.cars
                || h.assets().machines() > p.machines
                || h.assets().business();
        long[] own = new long[size];
        long[] wage = new long[size];
        long registerIncome = 0;
        for (int i = 0; i < h.incomeEntries(); i++) {
            IncomeEntry entry = h.incomeEntry(i);
            int counting = counting(entry.item(), p.pensionExcluded);
            if (counting >= 1) {
                registerIncome += entry.fen();
                if (counting == 2) {
                    own[entry.member()] += entry.fen();
                }
            }
            if (entry.item() == IncomeItem.WAGE) {
                wage[entry.member()] += entry.fen();
            }
        }
        boolean bedridden = false;
        long registerCost = 0;
        for (int m = 0; m < size; m++) {
            Member member = h.member(m);
            long cost = 0;
            if (deducts && member.job() != null) {
                cost = Math.min(
                        wage[m],
                        member.job().months() * p.workCost[member.job().mode().ordinal()]);
            }
            registerCost += cost;
            bedridden |= member.is(Trait.BEDRIDDEN);
            if (tekun(member, today, own[m], broken, p)) {
                r.members[m] = PlainResult.TEKUN;
            } else {
                r.left++;
                r.counted += own[m];
                r.cost += cost;
                r.rigid += p.rigid && h.spendingEntries() > 0 ? rigid(h, m, p) : 0;
            }
        }
        r.net = Math.max(0, r.counted - r.cost - r.rigid);
        dibao(h, r, p, broken, bedridden, today);
        if (h.consent() == Consent.GIVEN) {
            r.registerIncome = Math.max(0, registerIncome - registerCost);
            boolean all = h.guarantees().food()
                    && h.guarantees().clothing()
                    && h.guarantees().education()
                    && h.guarantees().medical()
                    && h.guarantees().housing();
            r.register = r.registerIncome < p.line * size || !all ? 0 : 1;
        }
        benefits(h, r, p);
        return r;
    }

    private static int age(Member member, int today) {
        return (today - PlainParameters.number(member.birthDate())) / 10_000;
    }

    /** 2 for both rolls, 1 for the register alone, 0 for neither. */
    static int counting(IncomeItem item, boolean pensionExcluded) {
        return switch (item) {
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
            case BASIC_PENSION -> pensionExcluded ? 0 : 2;
            case DIBAO_PAYMENT, TEKUN_PAYMENT -> 1;
            default -> 0;
        };
    }

    private static boolean tekun(Member member, int today, long own, boolean broken, PlainParameters p) {
        if (broken || own >= p.standard || member.supporter() == Supporter.ABLE) {
            return false;
        }
        int age = age(member, today);
        if (age >= p.tekunOld || age < p.tekunYoung || member.labour() == Labour.NONE) {
            return true;
        }
        Disability disability = member.disability();
        if (disability == null) {
            return false;
        }
        DisabilityCategory category = disability.category();
        boolean mind = category == DisabilityCategory.INTELLECTUAL || category == DisabilityCategory.MENTAL;
        return (mind && disability.level() <= 2) || (category == DisabilityCategory.LIMB && disability.level() == 1);
    }

    private static long rigid(Household h, int m, PlainParameters p) {
        long sum = 0;
        for (int item = 0; item < p.cap.length; item++) {
            long spent = 0;
            for (int i = 0; i < h.spendingEntries(); i++) {
                SpendingEntry entry = h.spendingEntry(i);
                spent += entry.member() == m && entry.item().ordinal() == item ? entry.fen() : 0;
            }
            sum += (Math.min(spent, p.cap[item]) * p.rate[item] + 50) / 100;
        }
        return sum;
    }

    private static void dibao(
            Household h, PlainResult r, PlainParameters p, boolean broken, boolean bedridden, int today) {
        if (h.consent() == Consent.REFUSED) {
            r.dibao = 3;
            return;
        }
        if (r.left > 0 && r.net < p.standard * r.left && !broken) {
            r.base = PlainParameters.wholeYuan(p.standard * r.left - r.net, 12);
            r.monthly = r.base;
            for (int m = 0; m < r.members.length; m++) {
                if (r.members[m] != PlainResult.TEKUN) {
                    topUp(h.member(m), m, r, p, today);
                }
            }
            return;
        }
        r.dibao = 2;
        Rolls.RegisterEntry register = h.rolls().register();
        Rolls.DibaoEntry roll = h.rolls().dibao();
        if (roll == null || register == null || broken || register.state() != RegisterState.LIFTED) {
            return;
        }
        LocalDate lifted = register.liftedOn();
        if (register.throughProgramme() && lifted != null) {
            LocalDate until = lifted.plusMonths(p.exitMonths + (bedridden ? p.bedriddenMonths : 0));
            if (h.assessedOn().isBefore(until)) {
                r.dibao = 1;
                r.untilEpochDay = until.toEpochDay();
                r.base = roll.monthlyFen();
                r.monthly = r.base;
            }
        }
    }

    private static void topUp(Member member, int m, PlainResult r, PlainParameters p, int today) {
        int age = age(member, today);
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
        if (member.disability() != null && member.disability().level() <= 2 && p.disabledTopUp > best) {
            best = p.disabledTopUp;
            kind = 3;
        }
        if (member.is(Trait.SERIOUSLY_ILL) && p.illTopUp > best) {
            best = p.illTopUp;
            kind = 4;
        }
        if (member.is(Trait.PREFERENTIAL) && p.preferentialTopUp > best) {
            best = p.preferentialTopUp;
            kind = 5;
        }
        r.members[m] |= kind << PlainResult.TOP_UP;
        r.monthly += best;
    }

    private static void benefits(Household h, PlainResult r, PlainParameters p) {
        Rolls.RegisterEntry register = h.rolls().register();
        boolean rollPoor = register != null && register.state() == RegisterState.POOR;
        boolean circle = r.dibao <= 1 || rollPoor;
        for (int m = 0; m < r.members.length; m++) {
            Member member = h.member(m);
            boolean tekun = (r.members[m] & PlainResult.TEKUN) != 0;
            Disability disability = member.disability();
            boolean living = disability != null && r.dibao == 0 && !tekun;
            boolean care = disability != null
                    && disability.level() <= 2
                    && !tekun
                    && !member.is(Trait.LIVING_ELSEWHERE_FUNDED);
            int gaps = gap(tekun, member.is(Trait.ON_TEKUN_ROLL))
                    | gap(living, member.is(Trait.ON_LIVING_ALLOWANCE_ROLL)) << 2
                    | gap(care, member.is(Trait.ON_CARE_ALLOWANCE_ROLL)) << 4;
            r.members[m] |= (living ? PlainResult.LIVING : 0)
                    | (care ? PlainResult.CARE : 0)
                    | (circle || tekun ? PlainResult.PREMIUM : 0)
                    | gaps << (PlainResult.GAPS + 5);
        }
        for (int i = 0; i < h.spendingEntries(); i++) {
            SpendingEntry entry = h.spendingEntry(i);
            r.burden += entry.item() == SpendingItem.MEDICAL_SELF_PAID ? entry.fen() : 0;
        }
        if (!circle && r.left == r.members.length) {
            r.medical = r.burden * 100 > p.catastrophic * r.counted ? 3 : 0;
        } else {
            r.medical = r.burden >= p.major ? 2 : r.burden >= p.aid ? 1 : 0;
        }
        boolean onDibao = h.rolls().dibao() != null;
        r.gaps = (r.dibao == 0 && !onDibao ? 1 : 0)
                | (onDibao && r.dibao >= 2 ? 1 << 1 : 0)
                | (r.register == 0 && register == null ? 1 << 2 : 0)
                | (r.register == 0 && register != null && !rollPoor ? 1 << 3 : 0)
                | (r.register == 1 && rollPoor ? 1 << 4 : 0);
    }

    /** 1 for missing from a roll, 2 for due to leave it. */
    private static int gap(boolean due, boolean onRoll) {
        return due == onRoll ? 0 : due ? 1 : 2;
    }
}
