package org.doudi.policy.json;

import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.Job;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Rolls;
import org.doudi.policy.SpendingEntry;
import tools.jackson.core.JsonGenerator;

/** Writes a household as one JSON object with every field, so that {@link HouseholdReader} reads the same again. One a thread. */
public final class HouseholdWriter {
    private final Money money = new Money();

    /** Makes a writer. */
    public HouseholdWriter() {}

    /** Writes a household. */
    public void write(Household h, JsonGenerator out) {
        out.writeStartObject();
        text(out, "householdId", h.householdId());
        text(out, "village", h.village());
        text(out, "assessedOn", h.assessedOn().toString());
        yesNo(out, "consent", h.consent() == Consent.GIVEN);
        out.writeName("members");
        out.writeStartArray();
        for (Member member : h.members()) {
            member(out, member);
        }
        out.writeEndArray();
        out.writeName("income");
        out.writeStartArray();
        for (IncomeEntry entry : h.income()) {
            entry(out, h.memberId(entry.member()), entry.item().name(), entry.fen());
        }
        out.writeEndArray();
        out.writeName("spending");
        out.writeStartArray();
        for (SpendingEntry entry : h.spending()) {
            entry(out, h.memberId(entry.member()), entry.item().name(), entry.fen());
        }
        out.writeEndArray();
        assets(out, h);
        guarantees(out, h);
        rolls(out, h);
        out.writeEndObject();
    }

    private static void member(JsonGenerator out, Member member) {
        out.writeStartObject();
        text(out, "memberId", member.memberId());
        text(out, "birthDate", member.birthDate().toString());
        text(out, "labour", member.labour().name());
        yesNo(out, "student", member.is(Trait.STUDENT));
        out.writeName("disability");
        Disability disability = member.disability();
        if (disability == null) {
            out.writeNull();
        } else {
            out.writeStartObject();
            text(out, "category", disability.category().name());
            number(out, "level", disability.level());
            out.writeEndObject();
        }
        yesNo(out, "seriousIllness", member.is(Trait.SERIOUSLY_ILL));
        yesNo(out, "bedridden", member.is(Trait.BEDRIDDEN));
        yesNo(out, "preferential", member.is(Trait.PREFERENTIAL));
        text(out, "supporter", member.supporter().name());
        yesNo(out, "livingElsewhereFunded", member.is(Trait.LIVING_ELSEWHERE_FUNDED));
        out.writeName("job");
        Job job = member.job();
        if (job == null) {
            out.writeNull();
        } else {
            out.writeStartObject();
            text(out, "mode", job.mode().name());
            number(out, "months", job.months());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void entry(JsonGenerator out, String memberId, String item, long fen) {
        out.writeStartObject();
        text(out, "memberId", memberId);
        text(out, "item", item);
        yuan(out, "yuan", fen);
        out.writeEndObject();
    }

    private void assets(JsonGenerator out, Household h) {
        out.writeName("assets");
        out.writeStartObject();
        yuan(out, "financialYuan", h.assets().financialFen());
        number(out, "houses", h.assets().houses());
        number(out, "cars", h.assets().cars());
        number(out, "machines", h.assets().machines());
        yesNo(out, "business", h.assets().business());
        out.writeEndObject();
    }

    private static void guarantees(JsonGenerator out, Household h) {
        out.writeName("guarantees");
        out.writeStartObject();
        yesNo(out, "food", h.guarantees().food());
        yesNo(out, "clothing", h.guarantees().clothing());
        yesNo(out, "education", h.guarantees().education());
        yesNo(out, "medical", h.guarantees().medical());
        yesNo(out, "housing", h.guarantees().housing());
        out.writeEndObject();
    }

    private void rolls(JsonGenerator out, Household h) {
        out.writeName("rolls");
        out.writeStartObject();
        Rolls.DibaoEntry dibao = h.rolls().dibao();
        if (dibao != null) {
            out.writeName("dibao");
            out.writeStartObject();
            if (dibao.since() != null) {
                text(out, "since", dibao.since().toString());
            }
            yuan(out, "monthlyYuan", dibao.monthlyFen());
            out.writeEndObject();
        }
        Rolls.RegisterEntry register = h.rolls().register();
        if (register != null) {
            out.writeName("register");
            out.writeStartObject();
            text(out, "state", register.state().name());
            if (register.liftedOn() != null) {
                text(out, "liftedOn", register.liftedOn().toString());
            }
            yesNo(out, "throughProgramme", register.throughProgramme());
            out.writeEndObject();
        }
        roll(out, h, "tekun", Trait.ON_TEKUN_ROLL);
        roll(out, h, "livingAllowance", Trait.ON_LIVING_ALLOWANCE_ROLL);
        roll(out, h, "careAllowance", Trait.ON_CARE_ALLOWANCE_ROLL);
        out.writeEndObject();
    }

    private static void roll(JsonGenerator out, Household h, String field, Trait trait) {
        out.writeName(field);
        out.writeStartArray();
        for (Member member : h.members()) {
            if (member.is(trait)) {
                out.writeString(member.memberId());
            }
        }
        out.writeEndArray();
    }

    private static void text(JsonGenerator out, String field, String value) {
        out.writeName(field);
        out.writeString(value);
    }

    private static void number(JsonGenerator out, String field, int value) {
        out.writeName(field);
        out.writeNumber(value);
    }

    private static void yesNo(JsonGenerator out, String field, boolean value) {
        out.writeName(field);
        out.writeBoolean(value);
    }

    private void yuan(JsonGenerator out, String field, long fen) {
        out.writeName(field);
        money.write(out, fen);
    }
}
