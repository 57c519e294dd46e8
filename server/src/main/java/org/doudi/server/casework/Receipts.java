package org.doudi.server.casework;

import java.io.StringWriter;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.explain.Explanation;
import org.doudi.policy.explain.Language;
import org.doudi.policy.explain.TextRenderer;
import org.doudi.policy.json.AssessmentWriter;
import org.doudi.policy.json.HouseholdWriter;
import org.doudi.server.casework.store.PaperStore;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Keeps with each decision what it was made from (facts, rules, parameters, explanation), so that it can be told years later. */
@Component
class Receipts {
    private static final JsonFactory JSON = new JsonFactory();

    private final PaperStore papers;
    private final Households households;
    private final Standards standards;
    private final Today today;

    Receipts(PaperStore papers, Households households, Standards standards, Today today) {
        this.papers = papers;
        this.households = households;
        this.standards = standards;
        this.today = today;
    }

    void keep(CaseFile c) {
        Explanation explanation = households.explain(c.household(), today.date(), today.now());
        Assessment assessment = explanation.assessment();
        StringBuilder words = new StringBuilder();
        new TextRenderer(standards.pack(), List.of(Language.ZH)).write(explanation, words);
        papers.keep(
                c,
                today.date(),
                new Receipt(
                        today.date(),
                        standards.pack().id() + " " + standards.pack().version(),
                        Assessor.RULES,
                        json(assessment.household()),
                        json(assessment),
                        words.toString()));
    }

    private static String json(Household household) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new HouseholdWriter().write(household, out);
        }
        return text.toString();
    }

    private static String json(Assessment assessment) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new AssessmentWriter().write(assessment, out);
        }
        return text.toString();
    }
}
