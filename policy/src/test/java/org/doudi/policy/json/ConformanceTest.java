package org.doudi.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    @Test
    void CONF1_every_expected_field_of_801_households_is_answered_to_the_fen() {
        List<String> expected = Json.resource("conformance/expected.jsonl");
        List<String> answers = Json.answers(String.join("\n", Json.resource("conformance/households.jsonl")));
        assertThat(expected).hasSize(801);
        assertThat(answers).hasSameSizeAs(expected);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < expected.size(); i++) {
            Map<String, @Nullable Object> answer = Json.object(answers.get(i));
            for (Map.Entry<String, @Nullable Object> field :
                    Json.object(expected.get(i)).entrySet()) {
                all.assertThat(answer.get(field.getKey()))
                        .as("%s %s", answer.get("householdId"), field.getKey())
                        .isEqualTo(field.getValue());
            }
        }
        all.assertAll();
    }
}
