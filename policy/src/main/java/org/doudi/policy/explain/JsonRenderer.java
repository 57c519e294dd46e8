package org.doudi.policy.explain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.policy.Household;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Rule;
import org.doudi.policy.Trace;
import org.doudi.policy.json.LineAssessor;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an explanation as JSON: each step with its rule, clause, figure, sentences in both languages, the parameters that it read and
 * the steps that it came from. One a thread.
 */
public final class JsonRenderer implements LineAssessor.Detail {
    private static final Set<Rule> MONEY = EnumSet.of(
            Rule.NET_INCOME,
            Rule.COUNTED_INCOME,
            Rule.MEMBER_INCOME,
            Rule.INCOME_ENTRY,
            Rule.BASIC_PENSION_ENTRY,
            Rule.EMPLOYMENT_COST,
            Rule.JOB_COST,
            Rule.RIGID_SPENDING,
            Rule.RIGID_ITEM,
            Rule.DIBAO_BASE,
            Rule.TOP_UP,
            Rule.TOP_UP_KIND,
            Rule.DIBAO_MONTHLY,
            Rule.REGISTER_INCOME,
            Rule.REGISTER_ENTRY,
            Rule.LIVING_ALLOWANCE,
            Rule.CARE_ALLOWANCE,
            Rule.MEDICAL_BURDEN);
    private static final Set<Rule> OUTCOME =
            EnumSet.of(Rule.DIBAO, Rule.REGISTER, Rule.MEDICAL, Rule.GAP_HOUSEHOLD, Rule.GAP_MEMBER);

    private final Trace trace = Trace.on();
    private final StringBuilder sentence = new StringBuilder();

    /** Makes a renderer. */
    public JsonRenderer() {}

    @Override
    public void write(Household household, Assessment assessment, JsonGenerator out) {
        write(Explanation.of(household, assessment.parameters(), trace), out);
    }

    /** Writes the field {@code explanation}. */
    public void write(Explanation explanation, JsonGenerator out) {
        out.writeName("explanation");
        out.writeStartArray();
        for (Node node : explanation.results()) {
            node(node, explanation, out);
        }
        out.writeEndArray();
    }

    /** Writes the field {@code changes}: what would have to change. */
    public void write(List<Change> changes, Household household, JsonGenerator out) {
        out.writeName("changes");
        out.writeStartArray();
        for (Change change : changes) {
            out.writeStartObject();
            out.writeName("kind");
            out.writeString(change.kind().name());
            out.writeName("clause");
            out.writeString(change.kind().clause().id());
            for (Language language : Language.values()) {
                sentence.setLength(0);
                Wording.in(language).write(change, household, sentence);
                out.writeName(language.code());
                out.writeString(sentence.toString());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void node(Node node, Explanation explanation, JsonGenerator out) {
        Household household = explanation.assessment().household();
        out.writeStartObject();
        out.writeName("rule");
        out.writeString(node.rule().name());
        out.writeName("clause");
        out.writeString(node.rule().clause().id());
        if (node.step().who() != Trace.HOUSEHOLD) {
            out.writeName("memberId");
            out.writeString(household.memberId(node.step().who()));
        }
        figure(node, out);
        for (Language language : Language.values()) {
            sentence.setLength(0);
            Wording.in(language).write(node.step(), household, sentence);
            out.writeName(language.code());
            out.writeString(sentence.toString());
        }
        parameters(node, explanation, out);
        if (!node.children().isEmpty()) {
            out.writeName("from");
            out.writeStartArray();
            for (Node child : node.children()) {
                node(child, explanation, out);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    /** Money, yes or no; an outcome is in the answer itself. */
    private static void figure(Node node, JsonGenerator out) {
        if (MONEY.contains(node.rule())) {
            out.writeName("yuan");
            out.writeString(Assessment.yuan(node.step().value()));
        } else if (!OUTCOME.contains(node.rule())) {
            out.writeName("holds");
            out.writeBoolean(node.step().yes());
        }
    }

    private static void parameters(Node node, Explanation explanation, JsonGenerator out) {
        List<Parameter> read = Sources.of(node);
        if (read.isEmpty()) {
            return;
        }
        out.writeName("parameters");
        out.writeStartArray();
        for (Parameter parameter : read) {
            ParameterValue value = explanation.assessment().parameters().value(parameter);
            if (value != null) {
                parameter(value, out);
            }
        }
        out.writeEndArray();
    }

    private static void parameter(ParameterValue value, JsonGenerator out) {
        out.writeStartObject();
        text(out, "key", value.parameter().key());
        text(out, "value", value.shown());
        text(out, "unit", value.parameter().unit().code());
        text(out, "place", value.place());
        text(out, "from", value.from().toString());
        if (value.to() != null) {
            text(out, "to", value.to().toString());
        }
        text(out, "doc", value.citation().doc());
        text(out, "article", value.citation().article());
        text(out, "grade", value.grade().code());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, String value) {
        out.writeName(name);
        out.writeString(value);
    }
}
