package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a family reads in its letter. */
class LettersTest {
    @Test
    @DisplayName(
            "a letter gives each result and its first reasons, in words and signs that paper can show, without sources")
    void reasons() {
        String whole = "为什么是这个结果\n= 低保：不符合条件\n  ✗ 收入没有低于标准\n    · 农村低保标准\n    = 全家净收入\n  ✓ 财产没有超限\n";
        assertThat(Letters.reasons(whole, Map.of())).containsExactly("= 低保：不符合条件", "  【不符合】收入没有低于标准", "  【符合】财产没有超限");
    }

    @Test
    @DisplayName("a letter names the people that the receipt counts, and leaves a number that nobody has")
    void names() {
        String whole = "为什么\n= 特困供养：成员1是，成员12不是\n  ✗ 成员2有劳动能力\n= 成员3：没有\n";
        assertThat(Letters.reasons(whole, Map.of("1", "周桂兰", "12", "周小满", "2", "周$1")))
                .containsExactly("= 特困供养：周桂兰是，周小满不是", "  【不符合】周$1有劳动能力", "= 成员3：没有");
    }
}
