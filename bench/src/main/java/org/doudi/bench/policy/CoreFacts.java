package org.doudi.bench.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Job;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Rolls;
import org.doudi.policy.SpendingEntry;

/** A household as plain maps and lists, the form in which a decision model takes it; ages are computed beforehand. */
final class CoreFacts {
    private CoreFacts() {}

    static Map<String, Object> household(Household h) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("consent", h.consent() == Consent.GIVEN);
        facts.put("assessedOn", h.assessedOn());
        facts.put("financial", h.assets().financialFen());
        facts.put("houses", h.assets().houses());
        facts.put("cars", h.assets().cars());
        facts.put("machines", h.assets().machines());
        facts.put("business", h.assets().business());
        facts.put("guaranteed", h.guarantees().complete());
        Rolls.DibaoEntry dibao = h.rolls().dibao();
        Rolls.RegisterEntry register = h.rolls().register();
        facts.put("onDibao", dibao != null);
        facts.put("rollMonthly", dibao == null ? 0L : dibao.monthlyFen());
        facts.put(
                "registerState", register == null ? "ABSENT" : register.state().name());
        facts.put("liftedOn", register == null ? null : register.liftedOn());
        facts.put("throughProgramme", register != null && register.throughProgramme());
        List<Map<String, Object>> members = new ArrayList<>();
        for (int m = 0; m < h.size(); m++) {
            members.add(member(h, m));
        }
        facts.put("members", members);
        return facts;
    }

    private static Map<String, Object> member(Household h, int place) {
        Member member = h.member(place);
        Disability disability = member.disability();
        Job job = member.job();
        Map<String, Object> facts = new HashMap<>();
        facts.put("age", member.ageOn(h.assessedOn()));
        facts.put("labour", member.labour().name());
        facts.put("supporter", member.supporter().name());
        facts.put("category", disability == null ? "" : disability.category().name());
        facts.put("level", disability == null ? 9 : disability.level());
        facts.put("bedridden", member.is(Trait.BEDRIDDEN));
        facts.put("ill", member.is(Trait.SERIOUSLY_ILL));
        facts.put("preferential", member.is(Trait.PREFERENTIAL));
        facts.put("months", job == null ? 0 : job.months());
        facts.put("mode", job == null ? "" : job.mode().name());
        List<Map<String, Object>> income = new ArrayList<>();
        for (IncomeEntry entry : h.income()) {
            if (entry.member() == place) {
                income.add(Map.of("kind", entry.item().name(), "fen", entry.fen()));
            }
        }
        facts.put("income", income);
        List<Map<String, Object>> spending = new ArrayList<>();
        for (SpendingEntry entry : h.spending()) {
            if (entry.member() == place) {
                spending.add(Map.of("kind", entry.item().name(), "fen", entry.fen()));
            }
        }
        facts.put("spending", spending);
        return facts;
    }

    /** The values in force and the income items that count. */
    static Map<String, Object> parameters(PlainParameters p) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("standard", p.standard);
        facts.put("line", p.line);
        facts.put("exitMonths", p.exitMonths);
        facts.put("bedriddenMonths", p.bedriddenMonths);
        facts.put("elderlyTopUp", p.elderlyTopUp);
        facts.put("minorTopUp", p.minorTopUp);
        facts.put("disabledTopUp", p.disabledTopUp);
        facts.put("illTopUp", p.illTopUp);
        facts.put("preferentialTopUp", p.preferentialTopUp);
        facts.put("workCost", Map.of("TOWNSHIP", p.workCost[0], "COUNTY", p.workCost[1], "OUTSIDE", p.workCost[2]));
        List<Map<String, Object>> rigid = new ArrayList<>();
        if (p.rigid) {
            rigid.add(Map.of("kind", "MEDICAL_SELF_PAID", "cap", p.cap[0], "rate", p.rate[0]));
            rigid.add(Map.of("kind", "DISABILITY_CARE", "cap", p.cap[1], "rate", p.rate[1]));
            rigid.add(Map.of("kind", "REHABILITATION", "cap", p.cap[2], "rate", p.rate[2]));
        }
        facts.put("rigid", rigid);
        List<String> counted = new ArrayList<>();
        List<String> registered = new ArrayList<>();
        for (IncomeItem item : IncomeItem.values()) {
            int counting = PlainRules.counting(item.ordinal(), p.pensionExcluded);
            if (counting == 2) {
                counted.add(item.name());
            }
            if (counting >= 1) {
                registered.add(item.name());
            }
        }
        facts.put("counted", counted);
        facts.put("registered", registered);
        return facts;
    }
}
