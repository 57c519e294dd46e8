package org.doudi.policy.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.Look;
import org.doudi.policy.Parameter;
import org.doudi.policy.Reason;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.TopUpKind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** Writes an answer as one JSON object. One a thread. */
public final class AssessmentWriter {
    private static final SerializableString HOUSEHOLD_ID = new SerializedString("householdId");
    private static final SerializableString ASSESSED_ON = new SerializedString("assessedOn");
    private static final SerializableString MEMBER_ID = new SerializedString("memberId");
    private static final SerializableString OUTCOME = new SerializedString("outcome");
    private static final SerializableString MONTHLY = new SerializedString("monthlyYuan");
    private static final SerializableString MEMBERS = new SerializedString("members");
    private static final SerializableString TEKUN = new SerializedString("tekun");
    private static final SerializableString LIVING = new SerializedString("livingAllowanceMonthlyYuan");
    private static final SerializableString CARE = new SerializedString("careAllowanceMonthlyYuan");
    private static final SerializableString PREMIUM = new SerializedString("premiumSubsidy");
    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString CLAUSE = new SerializedString("clause");

    private final Money money = new Money();
    private final Map<Long, List<Look>> looks = new HashMap<>();

    /** Makes a writer. */
    public AssessmentWriter() {}

    /** Something that adds fields to the end of the object. */
    public interface More {
        /** Adds nothing. */
        More NOTHING = out -> {};

        /** Writes names and values. */
        void write(JsonGenerator out);
    }

    /** Writes an answer. */
    public void write(Assessment a, JsonGenerator out) {
        write(a, out, More.NOTHING);
    }

    /** Writes an answer and more fields after its own. */
    public void write(Assessment a, JsonGenerator out, More more) {
        Household h = a.household();
        out.writeStartObject();
        out.writeName(HOUSEHOLD_ID);
        out.writeString(h.householdId());
        out.writeName(ASSESSED_ON);
        out.writeString(h.assessedOn().toString());
        out.writeName("pack");
        out.writeString(a.parameters().pack());
        out.writeName("versions");
        out.writeStartObject();
        out.writeName("rules");
        out.writeString(Assessor.RULES);
        out.writeName("parameters");
        out.writeString(a.parameters().version());
        out.writeEndObject();
        income(a, out);
        dibao(a, out);
        register(a, out);
        members(a, out);
        out.writeName("medicalAid");
        out.writeString(a.medical().name());
        gaps(a, out);
        reasons(a, out);
        looks(a, out);
        more.write(out);
        out.writeEndObject();
    }

    private void income(Assessment a, JsonGenerator out) {
        out.writeName("income");
        out.writeStartObject();
        yuan(out, "countedYuan", a.countedFen());
        yuan(out, "employmentCostYuan", a.employmentCostFen());
        yuan(out, "rigidSpendingYuan", a.rigidSpendingFen());
        out.writeName(MEMBERS);
        out.writeNumber(a.membersLeft());
        out.writeName("perCapitaYuan");
        Long perCapita = a.perCapitaFen();
        if (perCapita == null) {
            out.writeNull();
        } else {
            money.write(out, perCapita);
        }
        out.writeEndObject();
    }

    private void dibao(Assessment a, JsonGenerator out) {
        out.writeName("dibao");
        out.writeStartObject();
        out.writeName(OUTCOME);
        out.writeString(a.dibao().name());
        yuan(out, "baseMonthlyYuan", a.baseMonthlyFen());
        out.writeName("topUps");
        out.writeStartArray();
        for (int m = 0; m < a.household().size(); m++) {
            TopUpKind kind = a.topUp(m);
            if (kind != null) {
                out.writeStartObject();
                out.writeName(MEMBER_ID);
                out.writeString(a.household().member(m).memberId());
                out.writeName("kind");
                out.writeString(kind.name());
                out.writeName(MONTHLY);
                money.write(out, a.topUpFen(m));
                out.writeEndObject();
            }
        }
        out.writeEndArray();
        out.writeName(MONTHLY);
        money.write(out, a.monthlyFen());
        if (a.until() != null) {
            out.writeName("until");
            out.writeString(a.until().toString());
        }
        out.writeEndObject();
    }

    private static void register(Assessment a, JsonGenerator out) {
        out.writeName("register");
        RegisterOutcome register = a.register();
        if (register == null) {
            out.writeNull();
        } else {
            out.writeStartObject();
            out.writeName(OUTCOME);
            out.writeString(register.name());
            out.writeEndObject();
        }
    }

    private void members(Assessment a, JsonGenerator out) {
        out.writeName(MEMBERS);
        out.writeStartArray();
        for (int m = 0; m < a.household().size(); m++) {
            out.writeStartObject();
            out.writeName(MEMBER_ID);
            out.writeString(a.household().member(m).memberId());
            out.writeName(TEKUN);
            out.writeBoolean(a.tekun(m));
            out.writeName(LIVING);
            money.write(out, a.livingAllowanceFen(m));
            out.writeName(CARE);
            money.write(out, a.careAllowanceFen(m));
            out.writeName(PREMIUM);
            out.writeBoolean(a.premiumSubsidy(m));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void gaps(Assessment a, JsonGenerator out) {
        out.writeName("gaps");
        out.writeStartArray();
        for (Gap gap : a.gaps()) {
            out.writeString(gap.code());
        }
        out.writeEndArray();
    }

    private void reasons(Assessment a, JsonGenerator out) {
        out.writeName("reasons");
        out.writeStartArray();
        for (Reason reason : Reason.of(a)) {
            out.writeStartObject();
            out.writeName(RULE);
            out.writeString(reason.rule().name());
            out.writeName(CLAUSE);
            out.writeString(reason.clause().id());
            out.writeName(OUTCOME);
            out.writeString(reason.outcome());
            switch (reason.measure()) {
                case NONE -> {}
                case MONEY -> {
                    yuan(out, "valueYuan", reason.value());
                    yuan(out, "limitYuan", reason.limit());
                    yuan(out, "marginYuan", reason.margin());
                }
                case COUNT -> {
                    out.writeName("value");
                    out.writeNumber(reason.value());
                    out.writeName("limit");
                    out.writeNumber(reason.limit());
                    out.writeName("margin");
                    out.writeNumber(reason.margin());
                }
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void looks(Assessment a, JsonGenerator out) {
        List<Look> found = looks.computeIfAbsent(Look.fingerprint(a), f -> Look.at(a));
        if (found.isEmpty()) {
            return;
        }
        out.writeName("personMustLook");
        out.writeStartArray();
        for (Look look : found) {
            out.writeStartObject();
            out.writeName("code");
            out.writeString(look.code().name());
            out.writeName(CLAUSE);
            out.writeString(look.clause().id());
            if (!look.parameters().isEmpty()) {
                out.writeName("parameters");
                out.writeStartArray();
                for (Parameter parameter : look.parameters()) {
                    out.writeString(parameter.key());
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void yuan(JsonGenerator out, String field, long fen) {
        out.writeName(field);
        money.write(out, fen);
    }
}
