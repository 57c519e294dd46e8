package org.doudi.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.doudi.policy.Assessment;
import org.doudi.policy.Household;
import org.doudi.policy.RandomHouseholds;
import org.doudi.policy.Rule;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.Json;
import org.doudi.policy.json.Line;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static Household example() {
        List<String> lines = Json.resource("conformance/households.jsonl");
        return ((Line.Accepted) new HouseholdReader().read(lines.get(lines.size() - 1))).household();
    }

    @Test
    void EXP1_the_whole_tree_of_the_example_names_figures_clauses_and_citations() {
        String text = text(example(), List.of(Language.ZH, Language.EN));
        assertThat(text)
                .contains("渐退期内保留")
                .contains("收入没有低于标准：5,600.00 元，标准 3,575.00 元 × 1 人 = 3,575.00 元，高出 2,025.00 元")
                .contains("Income is not below the standard: 5,600.00")
                .contains("[2.2-7 渐退]")
                .contains("dibao.standard")
                .contains("【示例值】")
                .contains("2018-05-01")
                .contains("如果计入收入少 2,025.01 元");
    }

    @Test
    void EXP2_both_languages_have_the_same_sentences_with_the_same_places() {
        Messages zh = Messages.in(Language.ZH);
        Messages en = Messages.in(Language.EN);
        assertThat(zh.keys()).isEqualTo(en.keys());
        for (String key : zh.keys()) {
            assertThat(places(zh.template(key))).as(key).containsExactlyInAnyOrderElementsOf(places(en.template(key)));
        }
    }

    private static List<String> places(Template template) {
        return template.parts().stream()
                .filter(part -> part.kind() != Template.Kind.TEXT)
                .map(part -> part.kind() + " " + part.first() + " " + part.second() + " " + part.text())
                .distinct()
                .toList();
    }

    @Test
    void EXP3_strange_ids_stay_text_in_the_page() {
        Household h = Household.builder(
                        "<script>alert('x')</script>",
                        "210921101201",
                        example().assessedOn(),
                        example().consent())
                .member(example().member(0))
                .build();
        Explanation explanation = Explanation.of(h, Json.PACK.at(h));
        StringBuilder page = new StringBuilder();
        new HtmlRenderer(Json.PACK, List.of(Language.ZH)).write(explanation, List.of(), page);
        assertThat(page.toString()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Property(tries = 1500)
    void EXP4_every_household_can_be_explained_and_each_step_has_its_place(@ForAll long seed) {
        Household h = new RandomHouseholds(seed).next();
        assertThat(text(h, List.of(Language.ZH, Language.EN))).isNotEmpty();
        for (Node result : Explanation.of(h, Json.PACK.at(h)).results()) {
            assertThat(result.rule().parent()).as(result.rule().name()).isNull();
        }
    }

    @Property(tries = 400)
    void EXP5_each_change_that_is_named_makes_the_answer_differ(@ForAll long seed) {
        Household h = new RandomHouseholds(seed).next();
        Assessment now = Explanation.of(h, Json.PACK.at(h)).assessment();
        for (Change change : Changes.to(now, Json.PACK)) {
            if (change.kind() == Change.Kind.INCOME_LOWER) {
                Household just = IncomeShift.lower(h, now, change.amount(), IncomeShift.Basis.DIBAO);
                Household less = IncomeShift.lower(h, now, change.amount() - 1, IncomeShift.Basis.DIBAO);
                assertThat(Explanation.of(just, now.parameters()).assessment().dibao())
                        .isNotEqualTo(now.dibao());
                assertThat(Explanation.of(less, now.parameters()).assessment().dibao())
                        .isEqualTo(now.dibao());
            }
        }
    }

    @Test
    void EXP6_the_json_tree_holds_each_figure_with_its_source() {
        Household h = example();
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (var json = new tools.jackson.core.json.JsonFactory()
                .createGenerator(tools.jackson.core.ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            new JsonRenderer().write(Explanation.of(h, Json.PACK.at(h)), json);
            json.writeEndObject();
        }
        Map<?, ?> tree = Json.object(bytes.toString(java.nio.charset.StandardCharsets.UTF_8));
        List<?> results = (List<?>) Objects.requireNonNull(tree.get("explanation"));
        assertThat(results).hasSizeGreaterThan(5);
        assertThat(String.valueOf(results.get(0)))
                .contains(Rule.DIBAO_INCOME.name())
                .contains("key=dibao.standard, value=3575")
                .contains("yuan=5600.00");
    }

    private static String text(Household h, List<Language> languages) {
        Explanation explanation = Explanation.of(h, Json.PACK.at(h));
        StringBuilder out = new StringBuilder();
        TextRenderer renderer = new TextRenderer(Json.PACK, languages);
        renderer.write(explanation, out);
        renderer.write(Changes.to(explanation.assessment(), Json.PACK), h, out);
        return out.toString();
    }
}
