package org.doudi.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.Look;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.Json;
import org.doudi.policy.json.Line;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final ParameterPack PACK = ParameterPack.load();

    @Test
    void SEN1_sentences_are_those_of_the_text_with_members_called_by_their_names() {
        List<String> lines = Json.resource("conformance/households.jsonl");
        Household h = ((Line.Accepted) new HouseholdReader().read(lines.get(lines.size() - 1))).household();
        Explanation explanation = Explanation.of(h, PACK.at(h));
        StringBuilder text = new StringBuilder();
        new TextRenderer(PACK, List.of(Language.ZH)).write(explanation, text);
        Sentences plain = new Sentences(PACK, Language.ZH, Map.of());
        Sentences named = new Sentences(PACK, Language.ZH, Map.of(h.memberId(0), "包永福"));
        for (Node node : explanation.results()) {
            assertThat(text).contains(plain.of(node, h));
            plain.sources(node, explanation).forEach(source -> assertThat(text).contains(source));
            if (node.who() == 0) {
                assertThat(named.of(node, h)).contains("包永福").doesNotContain("成员" + h.memberId(0));
            }
        }
        for (Change change : Changes.to(explanation.assessment(), PACK)) {
            assertThat(plain.of(change, h)).isNotEmpty();
        }
        for (Look look : Look.at(explanation.assessment())) {
            assertThat(plain.of(look)).isNotEmpty();
        }
    }

    @Test
    void SEN2_codes_have_words() {
        Sentences zh = new Sentences(PACK, Language.ZH, Map.of());
        assertThat(List.of(
                        zh.word(IncomeItem.WAGE),
                        zh.word(SpendingItem.EDUCATION),
                        zh.word(JobMode.COUNTY),
                        zh.word(DibaoOutcome.ELIGIBLE),
                        zh.word(RegisterOutcome.POOR),
                        zh.word(MedicalOutcome.NONE),
                        zh.word(Labour.FULL),
                        zh.word(Supporter.ABLE),
                        zh.word(DisabilityCategory.LIMB),
                        zh.word(Gap.Kind.FALLEN_BACK)))
                .startsWith("工资", "上学", "在县内", "符合条件", "贫困户", "不需要", "完全")
                .endsWith("返贫");
    }
}
