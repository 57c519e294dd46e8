package org.doudi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clause 2.3-4: when the price subsidy starts, and how much it is. */
class PriceLinkageTest {
    private static final String COUNTY = "210922000000";
    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);

    private static PriceLinkage linkage(LocalDate day) {
        return PriceLinkage.at(ParameterPack.load().at(COUNTY, day), COUNTY, day);
    }

    @ParameterizedTest
    @CsvSource({
        "349, 599, false, 0",
        "350, 599, true, 350",
        "349, 600, true, 600",
        "350, 600, true, 600",
        "700, 600, true, 700",
        "700, 599, true, 700",
        "-120, -300, false, 0"
    })
    void L1_either_rise_that_reaches_its_limit_starts_it_and_the_higher_of_those_counts(
            long cpi, long food, boolean starts, long rise) {
        assertThat(linkage(DAY).starts(cpi, food)).isEqualTo(starts);
        assertThat(linkage(DAY).rise(cpi, food)).isEqualTo(rise);
    }

    @ParameterizedTest
    @CsvSource({
        // 3575 a year: 297.9167 a month; 3.5 % is 10.43 and 3.6 % 10.73
        "350, 0, 1000",
        "360, 0, 1100",
        // 6 % is 17.88
        "0, 600, 1800",
        // at the limit the least is 10 yuan whatever the standard says
        "349, 599, 0"
    })
    void L2_the_amount_is_monthly_standard_times_rise_rounded_once_to_the_yuan(long cpi, long food, long fen) {
        assertThat(linkage(DAY).perPerson(cpi, food)).isEqualTo(fen);
    }

    @Test
    void L3_the_least_is_paid_where_the_formula_gives_less() {
        PriceLinkage low = new PriceLinkage(350, 600, 240_000, 10_000, 100, 1_000, 20, List.of());
        assertThat(low.perPerson(350, 0))
                .as("2400 a year: 7 yuan by the formula")
                .isEqualTo(1_000);
        assertThat(low.perPerson(0, 0)).isZero();
    }

    @Test
    void L4_over_random_values_the_amount_is_what_exact_arithmetic_says() {
        Random random = new Random(20_170_330);
        for (int i = 0; i < 20_000; i++) {
            PriceLinkage p = new PriceLinkage(
                    random.nextInt(1_000),
                    random.nextInt(1_000),
                    100_000 + random.nextInt(2_000_000),
                    5_000 + random.nextInt(10_000),
                    random.nextBoolean() ? 100 : 1 + random.nextInt(500),
                    random.nextInt(2_000),
                    20,
                    List.of());
            long cpi = random.nextInt(3_000) - 1_000L;
            long food = random.nextInt(3_000) - 1_000L;
            long paid = p.perPerson(cpi, food);
            assertThat(p.starts(cpi, food)).isEqualTo(cpi >= p.cpi() || food >= p.food());
            if (!p.starts(cpi, food)) {
                assertThat(paid).isZero();
                continue;
            }
            BigDecimal steps = BigDecimal.valueOf(p.standard())
                    .multiply(BigDecimal.valueOf(p.rise(cpi, food)))
                    .multiply(BigDecimal.valueOf(p.times()))
                    .divide(BigDecimal.valueOf(12L * 10_000 * 10_000 * p.roundTo()), 0, RoundingMode.HALF_UP);
            assertThat(paid).isEqualTo(Math.max(p.least(), steps.longValueExact() * p.roundTo()));
            assertThat(p.perPerson(cpi + 1, food + 1)).as("more is never less").isGreaterThanOrEqualTo(paid);
        }
    }

    @Test
    void L5_the_formula_says_that_its_values_are_examples_and_before_the_national_rule_there_is_none() {
        assertThat(linkage(DAY).examples())
                .containsExactly(
                        Parameter.PRICE_LINKAGE_TIMES, Parameter.PRICE_LINKAGE_ROUND_TO, Parameter.PRICE_LINKAGE_LEAST);
        assertThat(linkage(DAY).workingDays()).isEqualTo(20);
        assertThatThrownBy(() -> linkage(LocalDate.of(2016, 7, 31)))
                .isInstanceOf(MissingParameterException.class)
                .hasMessageContaining("priceLinkage.cpi");
    }
}
