package org.doudi.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.doudi.linkage.person.PersonComparison;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.policy.Gap;
import org.junit.jupiter.api.Test;

class LinkWordsTest {
    @Test
    void REC40_all_that_the_linkage_can_see_has_chinese_words() {
        for (PatternSpace.Field field : PersonComparison.SPACE.fields()) {
            assertThatCode(() -> Words.say("field." + field.name())).doesNotThrowAnyException();
            for (String level : field.levels().subList(1, field.levels().size())) {
                assertThatCode(() -> Words.say(LinkWords.key(level))).as(level).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void REC41_every_gap_list_problem_and_department_has_words() {
        for (Gap.Kind kind : Gap.Kind.values()) {
            assertThatCode(() -> Words.gap(kind).concat(Words.english(kind))).doesNotThrowAnyException();
        }
        for (Roll roll : Roll.values()) {
            assertThatCode(() -> Words.say("short." + roll).concat(Words.roll(roll)))
                    .doesNotThrowAnyException();
        }
        for (Problem problem : Problem.values()) {
            assertThatCode(() -> Words.say("problem." + problem)).doesNotThrowAnyException();
        }
    }
}
