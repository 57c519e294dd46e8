package org.doudi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doudi.policy.Facts.adult;
import static org.doudi.policy.Facts.assess;
import static org.doudi.policy.Facts.born;
import static org.doudi.policy.Facts.fen;
import static org.doudi.policy.Facts.household;
import static org.doudi.policy.Facts.income;
import static org.doudi.policy.Facts.one;
import static org.doudi.policy.Facts.spending;

import org.doudi.policy.Member.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PersonsTest {
    @ParameterizedTest
    @CsvSource({"1957-06-20, true", "1957-06-21, false", "2001-06-20, false", "2001-06-21, true"})
    void A1_sixty_and_older_or_below_sixteen_has_no_capacity_to_work(String born, boolean tekun) {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(born(born).supporter(Supporter.UNABLE).build()));
        assertThat(a.tekun(0)).isEqualTo(tekun);
    }

    @ParameterizedTest
    @CsvSource({
        "INTELLECTUAL, 2, true", "INTELLECTUAL, 3, false", "MENTAL, 1, true", "MENTAL, 3, false",
        "LIMB, 1, true", "LIMB, 2, false", "VISUAL, 1, false", "MULTIPLE, 1, false"
    })
    void A1_severe_disability_of_mind_or_limbs_takes_capacity(DisabilityCategory category, int level, boolean tekun) {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(adult("1")
                        .supporter(Supporter.NONE)
                        .disability(new Disability(category, level))
                        .build()));
        assertThat(a.tekun(0)).isEqualTo(tekun);
    }

    @ParameterizedTest
    @CsvSource({"3574.99, true", "3575.00, false"})
    void A2_own_income_below_the_standard_is_no_source_of_living(String yuan, boolean tekun) {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(born("1950-01-01").supporter(Supporter.NONE).build())
                .income(income(IncomeItem.PENSION, yuan)));
        assertThat(a.tekun(0)).isEqualTo(tekun);
    }

    @Test
    void A2_a_broken_asset_rule_is_a_source_of_living() {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(born("1950-01-01").supporter(Supporter.NONE).build())
                .assets(new Assets(0, 1, 1, 0, false)));
        assertThat(a.tekun(0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Supporter.class)
    void A3_an_able_supporter_keeps_a_member_from_being_tekun(Supporter supporter) {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(born("1950-01-01").supporter(supporter).build()));
        assertThat(a.tekun(0)).isEqualTo(supporter != Supporter.ABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "7150.00, 1, 0, 1, false, false",
        "7150.01, 1, 0, 1, false, true",
        "0, 2, 0, 0, false, true",
        "0, 1, 1, 0, false, true",
        "0, 1, 0, 2, false, true",
        "0, 1, 0, 0, true, true"
    })
    void E1_each_asset_has_its_limit(
            String financial, int houses, int cars, int machines, boolean business, boolean broken) {
        Assessment a = assess(one().assets(new Assets(fen(financial), houses, cars, machines, business)));
        assertThat(a.breaksAnyAssetRule()).isEqualTo(broken);
        assertThat(a.dibao()).isEqualTo(broken ? DibaoOutcome.NOT_ELIGIBLE : DibaoOutcome.ELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({"2951.99, POOR", "2952.00, NOT_POOR"})
    void H1_register_income_below_the_line_is_poor(String yuan, RegisterOutcome outcome) {
        assertThat(assess(one().income(income(IncomeItem.WAGE, yuan))).register())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-12-31, 2951.99, 2952.00", "2018-01-01, 2994.99, 2995.00", "2018-12-31, 2994.99, 2995.00",
        "2019-01-01, 3217.99, 3218.00", "2019-12-31, 3217.99, 3218.00", "2020-01-01, 3999.99, 4000.00"
    })
    void H1_the_line_of_the_day_decides_up_to_the_day_before_the_next(String day, String below, String at) {
        HouseholdBuilder poor =
                household(Facts.VILLAGE, Facts.day(day)).member(adult("1").build());
        HouseholdBuilder not =
                household(Facts.VILLAGE, Facts.day(day)).member(adult("1").build());
        assertThat(assess(poor.income(income(IncomeItem.TRADE, below))).register())
                .isEqualTo(RegisterOutcome.POOR);
        assertThat(assess(not.income(income(IncomeItem.TRADE, at))).register()).isEqualTo(RegisterOutcome.NOT_POOR);
    }

    @Test
    void H2_a_lacking_guarantee_is_poor_whatever_the_income() {
        Assessment a = assess(one().income(income(IncomeItem.WAGE, "90000.00"))
                .guarantees(new Guarantees(true, true, true, true, false)));
        assertThat(a.register()).isEqualTo(RegisterOutcome.POOR);
        assertThat(a.gaps()).containsExactly(new Gap(Gap.Kind.MISSING_FROM_REGISTER, null));
    }

    @Test
    void I1_both_allowances_can_be_held_together() {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(adult("1")
                        .disability(new Disability(DisabilityCategory.VISUAL, 2))
                        .build()));
        assertThat(a.livingAllowanceFen(0)).isEqualTo(fen("70.00"));
        assertThat(a.careAllowanceFen(0)).isEqualTo(fen("55.00"));
    }

    @Test
    void I2_the_care_allowance_needs_level_two_and_no_living_paid_elsewhere() {
        Member third = adult("1")
                .disability(new Disability(DisabilityCategory.VISUAL, 3))
                .build();
        Member elsewhere = adult("2")
                .disability(new Disability(DisabilityCategory.VISUAL, 1))
                .trait(Trait.LIVING_ELSEWHERE_FUNDED)
                .build();
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY).member(third).member(elsewhere));
        assertThat(a.careAllowanceFen(0)).isZero();
        assertThat(a.careAllowanceFen(1)).isZero();
        assertThat(a.livingAllowanceFen(1)).isEqualTo(fen("70.00"));
    }

    @Test
    void I1_gradual_exit_carries_no_living_allowance() {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(adult("1")
                        .disability(new Disability(DisabilityCategory.LIMB, 2))
                        .trait(Trait.ON_LIVING_ALLOWANCE_ROLL)
                        .build())
                .income(income(IncomeItem.WAGE, "90000.00"))
                .rolls(Facts.lifted("2017-05-01")));
        assertThat(a.gaps())
                .extracting(Gap::code)
                .containsExactly("DUE_TO_LEAVE_LIVING_ALLOWANCE:1", "MISSING_CARE_ALLOWANCE:1");
    }

    @ParameterizedTest
    @CsvSource({"2999.99, NONE", "3000.00, MEDICAL_AID", "9999.99, MEDICAL_AID", "10000.00, MAJOR_ILLNESS_AID"})
    void J1_thresholds_decide_for_those_whom_medical_aid_is_for(String burden, MedicalOutcome outcome) {
        Assessment a = assess(one().spending(spending(SpendingItem.MEDICAL_SELF_PAID, burden)));
        assertThat(a.medical()).isEqualTo(outcome);
        assertThat(a.premiumSubsidy(0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4000.00, NONE", "4000.01, TEMPORARY_AID"})
    void J2_outside_the_circle_more_than_the_share_of_income_is_catastrophic(String burden, MedicalOutcome outcome) {
        Assessment a = assess(one().income(income(IncomeItem.WAGE, "10000.00"))
                .spending(spending(SpendingItem.MEDICAL_SELF_PAID, burden)));
        assertThat(a.medical()).isEqualTo(outcome);
        assertThat(a.premiumSubsidy(0)).isFalse();
    }

    @Test
    void K1_gaps_compare_each_roll_with_its_outcome() {
        Assessment a = assess(one().income(income(IncomeItem.WAGE, "90000.00"))
                .rolls(new Rolls(
                        new Rolls.DibaoEntry(null, 1), new Rolls.RegisterEntry(RegisterState.POOR, null, false))));
        assertThat(a.gaps()).extracting(Gap::code).containsExactly("DUE_TO_LEAVE_DIBAO", "DUE_TO_LEAVE_REGISTER");
    }

    @Test
    void K2_poor_again_after_lifting_out_is_fallen_back() {
        Rolls lifted = new Rolls(null, new Rolls.RegisterEntry(RegisterState.LIFTED, Facts.DAY, true));
        assertThat(assess(one().rolls(lifted)).gaps())
                .extracting(Gap::code)
                .containsExactly("FALLEN_BACK", "MISSING_FROM_DIBAO");
    }

    @Test
    void ALL2_amounts_too_large_to_be_summed_are_an_error_and_never_an_answer() {
        HouseholdBuilder h = one().income(income(IncomeItem.WAGE, "90000000000000000.00"))
                .income(income(IncomeItem.RENT, "90000000000000000.00"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> assess(h)).isInstanceOf(ArithmeticException.class);
    }
}
