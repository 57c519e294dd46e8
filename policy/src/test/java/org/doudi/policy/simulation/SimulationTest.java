package org.doudi.policy.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Household;
import org.doudi.policy.RandomHouseholds;
import org.doudi.policy.json.Json;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.parameters.ParameterPackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final ParameterPack PACK = Json.PACK;
    private static final LocalDate FROM = LocalDate.of(2017, 7, 1);

    @Test
    void SIM1_an_empty_reform_changes_nothing() {
        Tally total = run(List.of());
        assertThat(total.households()).isEqualTo(3000);
        assertThat(total.changed()).isZero();
        assertThat(total.yearlyCostFen()).isZero();
    }

    @Test
    void SIM2_setting_the_value_that_is_in_force_changes_nothing() {
        assertThat(run(List.of("dibao.standard=3843@2109", "asset.cars=0")).changed())
                .isZero();
    }

    @Test
    void SIM3_a_higher_standard_brings_households_in_costs_money_and_sends_nobody_out_for_income() {
        Tally total = run(List.of("dibao.standard=4100@2109"));
        assertThat(total.enterDibao()).isPositive();
        assertThat(total.yearlyCostFen()).isPositive();
        assertThat(total.dibao(DibaoOutcome.ELIGIBLE, DibaoOutcome.REFUSED)).isZero();
        assertThat(total.yearlyCostFen()).isEqualTo((total.gainedMonthlyFen() - total.lostMonthlyFen()) * 12);
    }

    @Test
    void SIM4_a_reform_holds_until_the_next_value_of_the_same_place() {
        ParameterPack reformed = PACK.with(
                Reform.parse(List.of("dibao.standard=4100@2109"), FROM, null, PACK)
                        .values(),
                "test");
        assertThat(reformed.at("210921101201", LocalDate.of(2018, 6, 30)).dibaoStandard())
                .isEqualTo(410_000);
        assertThat(reformed.at("210921101201", LocalDate.of(2018, 7, 1)).dibaoStandard())
                .isEqualTo(413_200);
        assertThat(reformed.at("210921101201", LocalDate.of(2017, 6, 30)).dibaoStandard())
                .isEqualTo(357_500);
        assertThat(PACK.at("210921101201", FROM).dibaoStandard()).isEqualTo(384_300);
    }

    @Test
    void SIM5_a_reform_with_an_end_gives_way_to_what_held_before() {
        Reform reform = Reform.parse(List.of("dibao.standard=4100@2109"), FROM, LocalDate.of(2017, 12, 31), PACK);
        ParameterPack reformed = PACK.with(reform.values(), "test");
        assertThat(reformed.at("210921101201", LocalDate.of(2017, 12, 31)).dibaoStandard())
                .isEqualTo(410_000);
        assertThat(reformed.at("210921101201", LocalDate.of(2018, 1, 1)).dibaoStandard())
                .isEqualTo(384_300);
    }

    @Test
    void SIM6_a_standard_below_the_poverty_line_is_refused_by_clause_2_3_1() {
        Reform reform = Reform.parse(List.of("dibao.standard=2951.99@2109"), FROM, null, PACK);
        assertThatThrownBy(() -> new Simulation(PACK, reform))
                .isInstanceOf(ParameterPackException.class)
                .hasMessageContaining("Clause 2.3-1");
        Reform later = Reform.parse(List.of("dibao.standard=3900@210921"), FROM, null, PACK);
        assertThatThrownBy(() -> new Simulation(PACK, later))
                .as("3900 would run on, and the line rises to 4000 in 2020")
                .hasMessageContaining("2020-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dibao.standart=1",
                "dibao.standard",
                "dibao.standard=@2109",
                "dibao.standard=x",
                "dibao.standard=1@33",
                "dibao.standard=1@",
                "asset.cars=1.5"
            })
    void SIM7_an_unknown_key_value_or_place_is_refused(String set) {
        assertThatThrownBy(() -> Reform.parse(List.of(set), FROM, null, PACK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void SIM8_a_household_of_an_earlier_day_is_looked_at_on_the_first_day_of_the_reform() {
        Simulation simulation = new Simulation(PACK, Reform.parse(List.of("dibao.standard=4100"), FROM, null, PACK));
        RandomHouseholds random = new RandomHouseholds(8);
        for (int i = 0; i < 2000; i++) {
            Difference difference = simulation.add(random.next());
            if (difference != null) {
                assertThat(difference.household().assessedOn()).isAfterOrEqualTo(FROM);
                assertThat(difference.before().household())
                        .isSameAs(difference.after().household());
            }
        }
    }

    private static Tally run(List<String> sets) {
        Simulation simulation = new Simulation(PACK, Reform.parse(sets, FROM, null, PACK));
        RandomHouseholds random = new RandomHouseholds(1);
        for (int i = 0; i < 3000; i++) {
            Household household = random.next();
            simulation.add(household);
        }
        return simulation.total();
    }
}
