package org.doudi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doudi.policy.Facts.adult;
import static org.doudi.policy.Facts.assess;
import static org.doudi.policy.Facts.day;
import static org.doudi.policy.Facts.fen;
import static org.doudi.policy.Facts.household;
import static org.doudi.policy.Facts.income;
import static org.doudi.policy.Facts.one;
import static org.doudi.policy.Facts.spending;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IncomeTest {
    @ParameterizedTest
    @CsvSource({"2016-07-01, 0.00", "2020-12-31, 0.00", "2021-01-01, 1000.00"})
    void B1_the_basic_pension_is_left_out_to_the_last_day_of_2020(String day, String counted) {
        Assessment a = assess(household(Facts.VILLAGE, day(day))
                .member(adult("1").build())
                .income(income(IncomeItem.BASIC_PENSION, "1000.00")));
        assertThat(a.countedFen()).isEqualTo(fen(counted));
        assertThat(a.registerIncomeFen()).isEqualTo(fen(counted));
    }

    @ParameterizedTest
    @EnumSource(IncomeItem.class)
    void B2_each_item_counts_for_the_roll_that_the_table_says(IncomeItem item) {
        Assessment a = assess(one().income(income(item, "100.00")));
        boolean dibao = item.counting() == IncomeItem.Counting.BOTH;
        boolean register = dibao || item.counting() == IncomeItem.Counting.REGISTER_ONLY;
        assertThat(a.countedFen()).isEqualTo(dibao ? 10_000 : 0);
        assertThat(a.registerIncomeFen()).isEqualTo(register ? 10_000 : 0);
    }

    @Test
    void B3_income_of_a_tekun_member_stays_out_of_the_household() {
        Assessment a = assess(household(Facts.VILLAGE, Facts.DAY)
                .member(Facts.born("1950-01-01").supporter(Supporter.NONE).build())
                .member(adult("2").build())
                .income(income(IncomeItem.RENT, "3574.99")));
        assertThat(a.tekun(0)).isTrue();
        assertThat(a.countedFen()).isZero();
        assertThat(a.registerIncomeFen()).isEqualTo(fen("3574.99"));
    }

    @Test
    void C1_employment_cost_is_no_more_than_the_wage() {
        Member worker = adult("1").job(new Job(JobMode.OUTSIDE, 12)).build();
        HouseholdBuilder h = household(Facts.VILLAGE, Facts.DAY).member(worker).rolls(poorByRoll());
        assertThat(assess(h.income(income(IncomeItem.WAGE, "2399.99"))).employmentCostFen())
                .isEqualTo(fen("2399.99"));
        assertThat(assess(h.income(income(IncomeItem.WAGE, "0.02"))).employmentCostFen())
                .isEqualTo(fen("2400.00"));
    }

    @Test
    void C2_a_household_on_neither_roll_deducts_no_employment_cost() {
        Member worker = adult("1").job(new Job(JobMode.COUNTY, 3)).build();
        HouseholdBuilder h =
                household(Facts.VILLAGE, Facts.DAY).member(worker).income(income(IncomeItem.WAGE, "2000.00"));
        assertThat(assess(h).employmentCostFen()).isZero();
        assertThat(assess(h.rolls(poorByRoll())).employmentCostFen()).isEqualTo(fen("450.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "210921100201, 2017-05-31, 0.00",
        "210921100201, 2017-06-01, 400.01",
        "210921132001, 2017-06-01, 400.01",
        "210921101201, 2017-06-01, 0.00"
    })
    void D1_rigid_spending_is_deducted_in_pilot_townships_from_their_day(String village, String day, String rigid) {
        Assessment a = assess(household(village, day(day))
                .member(adult("1").build())
                .spending(spending(SpendingItem.REHABILITATION, "500.01")));
        assertThat(a.rigidSpendingFen())
                .as("80 percent of 500.01 is 400.008, half up")
                .isEqualTo(fen(rigid));
    }

    @Test
    void D2_entries_on_one_item_are_added_up_before_the_cap() {
        Assessment a = assess(household(Facts.PILOT, Facts.DAY)
                .member(adult("1").build())
                .spending(spending(SpendingItem.DISABILITY_CARE, "4000.00"))
                .spending(spending(SpendingItem.DISABILITY_CARE, "2000.01"))
                .spending(spending(SpendingItem.EDUCATION, "99.00")));
        assertThat(a.rigidSpendingFen()).isEqualTo(fen("6000.00"));
        assertThat(a.netFen()).as("not below zero").isZero();
    }

    @Test
    void D3_income_a_head_for_show_is_rounded_half_up_to_the_fen() {
        Assessment a = assess(one().member(adult("2").build()).income(income(IncomeItem.GIFT, "416.67")));
        assertThat(a.perCapitaFen()).isEqualTo(fen("208.34"));
    }

    private static Rolls poorByRoll() {
        return new Rolls(null, new Rolls.RegisterEntry(RegisterState.POOR, null, false));
    }
}
