package org.doudi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clause 2.1-5: what is watched of who was lifted out. */
class FallBackTest {
    private static final String VILLAGE = "210921100201";
    private static final LocalDate DAY = LocalDate.of(2017, 6, 20);

    private static FallBack at(LocalDate day) {
        return FallBack.at(ParameterPack.load().at(VILLAGE, day), VILLAGE, day);
    }

    @Test
    void M1_income_one_fen_below_the_share_of_the_line_is_watched_and_at_it_is_not() {
        FallBack watch = at(DAY);
        long limit = watch.incomeLimit(3);
        assertThat(limit).isEqualTo(watch.povertyLine() * 3 * 3 / 2);
        assertThat(watch.incomeLow(limit - 1, 3)).isTrue();
        assertThat(watch.incomeLow(limit, 3)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"400000, 1000000, false", "400001, 1000000, true", "1, 0, true", "0, 0, false"})
    void M2_cost_above_the_share_of_income_is_large(long cost, long counted, boolean large) {
        assertThat(at(DAY).spendingLarge(cost, counted)).isEqualTo(large);
        assertThat(cost > at(DAY).spendingLimit(counted)).isEqualTo(large);
    }

    @Test
    void M3_a_day_with_no_value_is_an_error_that_names_it() {
        LocalDate early = LocalDate.of(2015, 6, 1);
        assertThatThrownBy(() -> at(early)).isInstanceOf(MissingParameterException.class);
    }
}
