package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a family reads in its letter. */
class LettersTest {
    @Test
    @DisplayName(
            "a letter gives each result and its first reasons, in words and signs that paper can show, without sources")
    void reasons() {
        String whole = "为什么是这个结果\n= 低保：不符合条件\n  ✗ 收入没有低于标准\n    · 农村低保标准\n    = 全家净收入\n  ✓ 财产没有超限\n";
        assertThat(Letters.reasons(whole)).containsExactly("= 低保：不符合条件", "  【不符合】收入没有低于标准", "  【符合】财产没有超限");
    }
}
