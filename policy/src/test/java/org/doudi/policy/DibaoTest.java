package org.doudi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doudi.policy.Facts.adult;
import static org.doudi.policy.Facts.assess;
import static org.doudi.policy.Facts.day;
import static org.doudi.policy.Facts.fen;
import static org.doudi.policy.Facts.household;
import static org.doudi.policy.Facts.income;
import static org.doudi.policy.Facts.lifted;
import static org.doudi.policy.Facts.one;

import org.doudi.policy.Member.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DibaoTest {
    @Test
    void F2_income_one_fen_below_the_standard_is_eligible() {
        Assessment a = assess(one().income(income(IncomeItem.FARMING, "3574.99")));
        assertThat(a.dibao()).isEqualTo(DibaoOutcome.ELIGIBLE);
        assertThat(a.baseMonthlyFen()).as("a twelfth of a fen is a whole yuan").isEqualTo(fen("1.00"));
    }

    @Test
    void F4_income_at_the_standard_is_not_eligible() {
        Assessment a = assess(one().income(income(IncomeItem.FARMING, "3575.00")));
        assertThat(a.dibao()).isEqualTo(DibaoOutcome.NOT_ELIGIBLE);
        assertThat(a.baseMonthlyFen()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-06-30, 3575.00, 3574.99",
        "2017-07-01, 3843.00, 3842.99",
        "2018-06-30, 3843.00, 3842.99",
        "2018-07-01, 4132.00, 4131.99",
        "2019-06-30, 4132.00, 4131.99",
        "2019-07-01, 5000.00, 4999.99"
    })
    void F2_the_standard_of_the_day_decides_up_to_the_day_before_the_next(String day, String at, String below) {
        HouseholdBuilder rich =
                household(Facts.VILLAGE, day(day)).member(adult("1").build());
        HouseholdBuilder poor =
                household(Facts.VILLAGE, day(day)).member(adult("1").build());
        assertThat(assess(rich.income(income(IncomeItem.RENT, at))).dibao()).isEqualTo(DibaoOutcome.NOT_ELIGIBLE);
        assertThat(assess(poor.income(income(IncomeItem.RENT, below))).dibao()).isEqualTo(DibaoOutcome.ELIGIBLE);
    }

    @Test
    void F2_the_base_is_rounded_up_once_over_all_members() {
        // 2 x 3575 - 1000.01 = 6149.99, a twelfth of it is 512.4991...
        Assessment a = assess(one().member(adult("2").build()).income(income(IncomeItem.GIFT, "1000.01")));
        assertThat(a.baseMonthlyFen()).isEqualTo(fen("513.00"));
    }

    @Test
    void F1_no_consent_is_refused_whatever_else_is_true() {
        Assessment a = assess(one().consent(Consent.REFUSED).rolls(lifted("2017-05-01")));
        assertThat(a.dibao()).isEqualTo(DibaoOutcome.REFUSED);
        assertThat(a.register()).isNull();
        assertThat(a.gaps()).containsExactly(new Gap(Gap.Kind.DUE_TO_LEAVE_DIBAO, null));
        assertThat(a.monthlyFen()).isZero();
    }

    @Test
    void F2_a_household_of_tekun_members_alone_leaves_nobody_for_dibao() {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(Facts.born("1950-01-01").supporter(Supporter.NONE).build()));
        assertThat(a.membersLeft()).isZero();
        assertThat(a.perCapitaFen()).isNull();
        assertThat(a.dibao()).isEqualTo(DibaoOutcome.NOT_ELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-16, 2017-03-01, NOT_ELIGIBLE,",
        "2017-03-17, 2017-03-01, GRADUAL_EXIT, 2018-03-01",
        "2018-02-28, 2017-03-01, GRADUAL_EXIT, 2018-03-01",
        "2018-03-01, 2017-03-01, NOT_ELIGIBLE,",
        "2019-02-27, 2018-02-28, GRADUAL_EXIT, 2019-02-28",
        "2020-02-28, 2019-02-28, NOT_ELIGIBLE,",
        "2021-02-27, 2020-02-29, GRADUAL_EXIT, 2021-02-28",
        "2021-02-28, 2020-02-29, NOT_ELIGIBLE,"
    })
    void F3_gradual_exit_ends_on_the_day_twelve_months_after_lifting_out(
            String day, String liftedOn, DibaoOutcome outcome, String until) {
        Assessment a = assess(household(Facts.VILLAGE, day(day))
                .member(adult("1").build())
                .income(income(IncomeItem.WAGE, "90000.00"))
                .rolls(lifted(liftedOn)));
        assertThat(a.dibao()).isEqualTo(outcome);
        assertThat(a.until()).isEqualTo(until == null ? null : day(until));
    }

    @ParameterizedTest
    @CsvSource({"2019-02-27, GRADUAL_EXIT", "2019-02-28, NOT_ELIGIBLE"})
    void F3_a_bedridden_member_adds_six_months_and_a_short_month_ends_on_its_last_day(
            String day, DibaoOutcome outcome) {
        Assessment a = assess(household(Facts.VILLAGE, day(day))
                .member(adult("1").trait(Trait.BEDRIDDEN).build())
                .income(income(IncomeItem.WAGE, "90000.00"))
                .rolls(lifted("2017-08-31")));
        assertThat(a.dibao()).isEqualTo(outcome);
        assertThat(Look.at(a)).extracting(Look::code).contains(Look.Code.BEDRIDDEN_EXTENSION);
    }

    @Test
    void F3_gradual_exit_pays_what_the_roll_paid_without_top_ups() {
        Assessment a = assess(one().member(adult("2").trait(Trait.SERIOUSLY_ILL).build())
                .income(income(IncomeItem.WAGE, "90000.00"))
                .rolls(lifted("2017-05-01")));
        assertThat(a.monthlyFen()).isEqualTo(fen("310.00"));
        assertThat(a.topUp(1)).isNull();
    }

    @Test
    void F3_lifted_out_but_not_through_the_programme_is_not_gradual_exit() {
        Rolls rolls = new Rolls(
                new Rolls.DibaoEntry(null, 100),
                new Rolls.RegisterEntry(RegisterState.LIFTED, day("2017-05-01"), false));
        Assessment a = assess(one().income(income(IncomeItem.WAGE, "90000.00")).rolls(rolls));
        assertThat(a.dibao()).isEqualTo(DibaoOutcome.NOT_ELIGIBLE);
    }

    @Test
    void G1_of_equal_top_ups_the_first_in_the_order_of_the_law_is_given() {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(Facts.born("1947-06-20").trait(Trait.PREFERENTIAL).build()));
        assertThat(a.topUp(0)).isEqualTo(TopUpKind.ELDERLY);
        assertThat(a.topUpFen(0)).as("20 percent of 3575 over 12, up").isEqualTo(fen("60.00"));
    }

    @ParameterizedTest
    @CsvSource({"1947-06-20, ELDERLY", "1947-06-21,", "2001-06-20,", "2001-06-21, MINOR"})
    void G1_old_from_seventy_and_minor_below_sixteen_to_the_day(String born, TopUpKind kind) {
        Assessment a = assess(
                household(Facts.VILLAGE, Facts.DAY).member(Facts.born(born).build()));
        assertThat(a.topUp(0)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"2017-02-28, 68", "2017-03-01, 69", "2016-02-29, 68", "2016-02-28, 67"})
    void AGE_who_was_born_on_29_February_has_the_birthday_on_1_March_in_common_years(String day, int age) {
        assertThat(Facts.born("1948-02-29").build().ageOn(day(day))).isEqualTo(age);
        HouseholdBuilder household = household(Facts.VILLAGE, day(day));
        assertThat(household.member(Facts.born("1948-02-29").build()).build().age(0))
                .isEqualTo(age);
    }
}
