package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Disability;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.Job;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;

/** A member on the household's page. */
record MemberRow(MemberView member, int age, List<String> health, List<String> benefits, String income) {
    static List<MemberRow> of(HouseholdView view, Assessment a, Circumstances circumstances, Words words) {
        Household h = a.household();
        List<MemberRow> rows = new ArrayList<>();
        for (int i = 0; i < h.size(); i++) {
            Member m = h.member(i);
            MemberView member = view.member(m.memberId());
            List<String> health = health(m, words);
            health.addAll(Beside.of(member.person(), circumstances, words));
            rows.add(new MemberRow(
                    member, m.ageOn(h.assessedOn()), health, benefits(a, i, words), Words.yuan(income(h, i))));
        }
        return rows;
    }

    private static long income(Household h, int member) {
        return h.income().stream()
                .filter(e -> e.member() == member)
                .mapToLong(IncomeEntry::fen)
                .sum();
    }

    private static List<String> health(Member m, Words words) {
        List<String> said = new ArrayList<>();
        said.add(words.text("labour", words.rules().word(m.labour())));
        Disability disability = m.disability();
        if (disability != null) {
            said.add(words.text("disability", words.rules().word(disability.category()), disability.level()));
        }
        trait(m, Trait.SERIOUSLY_ILL, "ill", words, said);
        trait(m, Trait.BEDRIDDEN, "bedridden", words, said);
        trait(m, Trait.STUDENT, "student", words, said);
        trait(m, Trait.PREFERENTIAL, "preferential", words, said);
        Job job = m.job();
        if (job != null) {
            said.add(words.text("job", words.rules().word(job.mode()), job.months()));
        }
        return said;
    }

    private static void trait(Member m, Trait trait, String key, Words words, List<String> said) {
        if (m.is(trait)) {
            said.add(words.text("trait." + key));
        }
    }

    private static List<String> benefits(Assessment a, int member, Words words) {
        List<String> due = new ArrayList<>();
        if (a.tekun(member)) {
            due.add(words.text("due.tekun"));
        }
        if (a.topUpFen(member) > 0) {
            due.add(words.text("due.topUp", Words.yuan(a.topUpFen(member))));
        }
        if (a.livingAllowanceFen(member) > 0) {
            due.add(words.text("due.living", Words.yuan(a.livingAllowanceFen(member))));
        }
        if (a.careAllowanceFen(member) > 0) {
            due.add(words.text("due.care", Words.yuan(a.careAllowanceFen(member))));
        }
        if (a.premiumSubsidy(member)) {
            due.add(words.text("due.premium"));
        }
        return due;
    }
}
