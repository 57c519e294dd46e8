package org.doudi.server.registry.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assets;
import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.Job;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.FactContent.Insured;
import org.doudi.server.registry.FactContent.Land;
import org.doudi.server.registry.FactContent.Schooling;
import org.doudi.server.registry.HouseholdView;
import org.jspecify.annotations.Nullable;

/** Fills the form for a change with what is known, so that only what changed has to be typed. */
final class Known {
    private Known() {}

    static Map<String, String> of(
            Map<String, String> asked, Household h, HouseholdView view, Circumstances circumstances) {
        Map<String, String> shown = new LinkedHashMap<>(asked);
        shown.putIfAbsent("member", h.memberId(0));
        for (Member member : h.members()) {
            if (member.memberId().equals(shown.get("member"))) {
                person(shown, member);
                person(shown, view.member(member.memberId()).person(), circumstances);
            }
        }
        Land land = circumstances.land();
        shown.putIfAbsent("arable", land == null ? "" : Mu.of(land.arable()));
        shown.putIfAbsent("forest", land == null ? "" : Mu.of(land.forest()));
        Assets assets = h.assets();
        shown.putIfAbsent("financial", Assessment.yuan(assets.financialFen()));
        shown.putIfAbsent("houses", Integer.toString(assets.houses()));
        shown.putIfAbsent("cars", Integer.toString(assets.cars()));
        shown.putIfAbsent("machines", Integer.toString(assets.machines()));
        yes(shown, "business", assets.business());
        Guarantees guarantees = h.guarantees();
        yes(shown, "food", guarantees.food());
        yes(shown, "clothing", guarantees.clothing());
        yes(shown, "education", guarantees.education());
        yes(shown, "medical", guarantees.medical());
        yes(shown, "housing", guarantees.housing());
        yes(shown, "consent", h.consent() == Consent.GIVEN);
        return shown;
    }

    private static void person(Map<String, String> shown, Member member) {
        shown.putIfAbsent("labour", member.labour().name());
        shown.putIfAbsent("supporter", member.supporter().name());
        Disability disability = member.disability();
        if (disability != null) {
            shown.putIfAbsent("category", disability.category().name());
            shown.putIfAbsent("level", Integer.toString(disability.level()));
        }
        Job job = member.job();
        if (job != null) {
            shown.putIfAbsent("mode", job.mode().name());
            shown.putIfAbsent("months", Integer.toString(job.months()));
        }
        yes(shown, "student", member.is(Trait.STUDENT));
        yes(shown, "ill", member.is(Trait.SERIOUSLY_ILL));
        yes(shown, "bedridden", member.is(Trait.BEDRIDDEN));
        yes(shown, "preferential", member.is(Trait.PREFERENTIAL));
        yes(shown, "elsewhere", member.is(Trait.LIVING_ELSEWHERE_FUNDED));
    }

    private static void person(Map<String, String> shown, long person, Circumstances circumstances) {
        Insured insured = circumstances.insured().get(person);
        if (insured != null) {
            yes(shown, "resident", insured.resident());
            yes(shown, "employee", insured.employee());
            yes(shown, "illness", insured.illness());
        }
        Schooling schooling = circumstances.schooling().get(person);
        if (schooling != null) {
            code(shown, "finished", schooling.education());
            code(shown, "stage", schooling.stage());
            code(shown, "absence", schooling.absence());
        }
    }

    private static void code(Map<String, String> shown, String field, @Nullable Enum<?> value) {
        if (value != null) {
            shown.putIfAbsent(field, value.name());
        }
    }

    private static void yes(Map<String, String> shown, String field, boolean value) {
        shown.putIfAbsent(field, Boolean.toString(value));
    }
}
