package org.doudi.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of RFC 6238, appendix B (the last six of its eight digits). */
class OneTimeCodeTest {
    /** "12345678901234567890". */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    @DisplayName("the codes are those of the standard")
    void standard(long second, String code) {
        assertThat(OneTimeCode.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    @DisplayName("a code of the neighbouring half minute counts, an older one or a used one does not")
    void window() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        String code = OneTimeCode.at(SECRET, now);
        assertThat(OneTimeCode.check(SECRET, code, now.plusSeconds(30), 0)).hasValue(1_234_567_890 / 30);
        assertThat(OneTimeCode.check(SECRET, code, now.plusSeconds(60), 0)).isEmpty();
        assertThat(OneTimeCode.check(SECRET, code, now, 1_234_567_890 / 30)).isEmpty();
        assertThat(OneTimeCode.check(SECRET, "", now, 0)).isEmpty();
    }

    @Test
    @DisplayName("a fresh secret has 32 signs of base 32")
    void fresh() {
        assertThat(OneTimeCode.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(OneTimeCode.newSecret());
    }
}
