package org.doudi.policy.json;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Clause;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.Look;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.Reason;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.Rule;
import org.doudi.policy.TopUpKind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Writes an answer as one JSON object. One a thread. */
public final class AssessmentWriter {
    private static final JsonFactory JSON = new JsonFactory();
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
    private static final SerializableString PACK = new SerializedString("pack");
    private static final SerializableString VERSIONS = new SerializedString("versions");
    private static final SerializableString RULES = new SerializedString("rules");
    private static final SerializableString PARAMETERS = new SerializedString("parameters");
    private static final SerializableString MEDICAL_AID = new SerializedString("medicalAid");
    private static final SerializableString INCOME = new SerializedString("income");
    private static final SerializableString PER_CAPITA_YUAN = new SerializedString("perCapitaYuan");
    private static final SerializableString DIBAO = new SerializedString("dibao");
    private static final SerializableString TOP_UPS = new SerializedString("topUps");
    private static final SerializableString KIND = new SerializedString("kind");
    private static final SerializableString UNTIL = new SerializedString("until");
    private static final SerializableString REGISTER = new SerializedString("register");
    private static final SerializableString GAPS = new SerializedString("gaps");
    private static final SerializableString REASONS = new SerializedString("reasons");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString LIMIT = new SerializedString("limit");
    private static final SerializableString MARGIN = new SerializedString("margin");
    private static final SerializableString PERSON_MUST_LOOK = new SerializedString("personMustLook");
    private static final SerializableString CODE = new SerializedString("code");
    private static final SerializableString COUNTED_YUAN = new SerializedString("countedYuan");
    private static final SerializableString EMPLOYMENT_COST_YUAN = new SerializedString("employmentCostYuan");
    private static final SerializableString RIGID_SPENDING_YUAN = new SerializedString("rigidSpendingYuan");
    private static final SerializableString BASE_MONTHLY_YUAN = new SerializedString("baseMonthlyYuan");
    private static final SerializableString VALUE_YUAN = new SerializedString("valueYuan");
    private static final SerializableString LIMIT_YUAN = new SerializedString("limitYuan");
    private static final SerializableString MARGIN_YUAN = new SerializedString("marginYuan");
    private static final SerializableString[] DIBAO_CODES = codes(DibaoOutcome.values());
    private static final SerializableString[] REGISTER_CODES = codes(RegisterOutcome.values());
    private static final SerializableString[] MEDICAL_CODES = codes(MedicalOutcome.values());
    private static final SerializableString[] TOP_UP_CODES = codes(TopUpKind.values());
    private static final SerializableString[] RULE_CODES = codes(Rule.values());
    private static final SerializableString[] CLAUSE_IDS = Arrays.stream(Clause.values())
            .map(clause -> new SerializedString(clause.id()))
            .toArray(SerializableString[]::new);

    private final Money money = new Money();
    private final Map<Long, SerializableString> looks = new HashMap<>();

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
        out.writeName(PACK);
        out.writeString(a.parameters().pack());
        out.writeName(VERSIONS);
        out.writeStartObject();
        out.writeName(RULES);
        out.writeString(Assessor.RULES);
        out.writeName(PARAMETERS);
        out.writeString(a.parameters().version());
        out.writeEndObject();
        income(a, out);
        dibao(a, out);
        register(a, out);
        members(a, out);
        out.writeName(MEDICAL_AID);
        out.writeString(MEDICAL_CODES[a.medical().ordinal()]);
        gaps(a, out);
        reasons(a, out);
        looks(a, out);
        more.write(out);
        out.writeEndObject();
    }

    private void income(Assessment a, JsonGenerator out) {
        out.writeName(INCOME);
        out.writeStartObject();
        yuan(out, COUNTED_YUAN, a.countedFen());
        yuan(out, EMPLOYMENT_COST_YUAN, a.employmentCostFen());
        yuan(out, RIGID_SPENDING_YUAN, a.rigidSpendingFen());
        out.writeName(MEMBERS);
        out.writeNumber(a.membersLeft());
        out.writeName(PER_CAPITA_YUAN);
        Long perCapita = a.perCapitaFen();
        if (perCapita == null) {
            out.writeNull();
        } else {
            money.write(out, perCapita);
        }
        out.writeEndObject();
    }

    private void dibao(Assessment a, JsonGenerator out) {
        out.writeName(DIBAO);
        out.writeStartObject();
        out.writeName(OUTCOME);
        out.writeString(DIBAO_CODES[a.dibao().ordinal()]);
        yuan(out, BASE_MONTHLY_YUAN, a.baseMonthlyFen());
        out.writeName(TOP_UPS);
        out.writeStartArray();
        for (int m = 0; m < a.household().size(); m++) {
            TopUpKind kind = a.topUp(m);
            if (kind != null) {
                out.writeStartObject();
                out.writeName(MEMBER_ID);
                out.writeString(a.household().memberId(m));
                out.writeName(KIND);
                out.writeString(TOP_UP_CODES[kind.ordinal()]);
                out.writeName(MONTHLY);
                money.write(out, a.topUpFen(m));
                out.writeEndObject();
            }
        }
        out.writeEndArray();
        out.writeName(MONTHLY);
        money.write(out, a.monthlyFen());
        if (a.until() != null) {
            out.writeName(UNTIL);
            out.writeString(a.until().toString());
        }
        out.writeEndObject();
    }

    private static void register(Assessment a, JsonGenerator out) {
        out.writeName(REGISTER);
        RegisterOutcome register = a.register();
        if (register == null) {
            out.writeNull();
        } else {
            out.writeStartObject();
            out.writeName(OUTCOME);
            out.writeString(REGISTER_CODES[register.ordinal()]);
            out.writeEndObject();
        }
    }

    private void members(Assessment a, JsonGenerator out) {
        out.writeName(MEMBERS);
        out.writeStartArray();
        for (int m = 0; m < a.household().size(); m++) {
            out.writeStartObject();
            out.writeName(MEMBER_ID);
            out.writeString(a.household().memberId(m));
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
        out.writeName(GAPS);
        out.writeStartArray();
        for (Gap gap : a.gaps()) {
            out.writeString(gap.code());
        }
        out.writeEndArray();
    }

    private void reasons(Assessment a, JsonGenerator out) {
        out.writeName(REASONS);
        out.writeStartArray();
        for (Reason reason : Reason.of(a)) {
            out.writeStartObject();
            out.writeName(RULE);
            out.writeString(RULE_CODES[reason.rule().ordinal()]);
            out.writeName(CLAUSE);
            out.writeString(CLAUSE_IDS[reason.clause().ordinal()]);
            out.writeName(OUTCOME);
            out.writeString(reason.outcome());
            switch (reason.measure()) {
                case NONE -> {}
                case MONEY -> {
                    yuan(out, VALUE_YUAN, reason.value());
                    yuan(out, LIMIT_YUAN, reason.limit());
                    yuan(out, MARGIN_YUAN, reason.margin());
                }
                case COUNT -> {
                    out.writeName(VALUE);
                    out.writeNumber(reason.value());
                    out.writeName(LIMIT);
                    out.writeNumber(reason.limit());
                    out.writeName(MARGIN);
                    out.writeNumber(reason.margin());
                }
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** What a person must look at repeats from household to household, so it is put into JSON once. */
    private void looks(Assessment a, JsonGenerator out) {
        SerializableString json =
                looks.computeIfAbsent(Look.fingerprint(a), f -> new SerializedString(json(Look.at(a))));
        if (!json.getValue().isEmpty()) {
            out.writeName(PERSON_MUST_LOOK);
            out.writeRawValue(json);
        }
    }

    private static String json(List<Look> looks) {
        if (looks.isEmpty()) {
            return "";
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartArray();
            for (Look look : looks) {
                out.writeStartObject();
                out.writeName(CODE);
                out.writeString(look.code().name());
                out.writeName(CLAUSE);
                out.writeString(look.clause().id());
                if (!look.parameters().isEmpty()) {
                    out.writeName(PARAMETERS);
                    out.writeStartArray();
                    look.parameters().forEach(parameter -> out.writeString(parameter.key()));
                    out.writeEndArray();
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        return text.toString();
    }

    private static SerializableString[] codes(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> new SerializedString(constant.name()))
                .toArray(SerializableString[]::new);
    }

    private void yuan(JsonGenerator out, SerializableString field, long fen) {
        out.writeName(field);
        money.write(out, fen);
    }
}
