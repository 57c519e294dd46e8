package org.doudi.cli.demodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doudi.cli.demodata.Scale.Ground;
import org.doudi.cli.divisions.Divisions;
import org.doudi.policy.Assessor;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.HouseholdBuilder;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Rolls;
import org.doudi.policy.Trace;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final int VILLAGES = 60;

    @Test
    void DEMO01_what_the_generator_means_to_be_true_is_what_the_rules_find() {
        ParameterPack pack = ParameterPack.load();
        List<String> wrong = new ArrayList<>();
        Set<Gap.Kind> kinds = EnumSet.noneOf(Gap.Kind.class);
        for (Family family : families(2017)) {
            Household household = onTrueRolls(family);
            Set<String> found = new TreeSet<>();
            Assessor.assess(household, pack.at(family.village.code(), DemoFolder.AS_OF), Trace.OFF)
                    .gaps()
                    .forEach(gap -> found.add(gap.code()));
            Set<String> meant = new TreeSet<>();
            family.gaps.forEach(gap -> meant.add(gap.code()));
            family.gaps.forEach(gap -> kinds.add(gap.kind()));
            if (!found.equals(meant)) {
                wrong.add(family.id + " " + family.standing + " meant " + meant + " found " + found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kinds).containsExactlyInAnyOrder(Gap.Kind.values());
    }

    private static List<Family> families(long seed) {
        Population population = new Population(seed, Names.load(), DemoFolder.AS_OF);
        List<Family> families = new ArrayList<>();
        for (Ground ground : Scale.CITY.grounds(Divisions.load()).subList(70, 70 + VILLAGES)) {
            population.settle(ground).stream().filter(family -> family.surveyed).forEach(families::add);
        }
        return families;
    }

    private static Household onTrueRolls(Family family) {
        Household facts = family.facts(DemoFolder.AS_OF);
        HouseholdBuilder onRolls = facts.toBuilder();
        for (Person person : family.persons) {
            Member.Builder member = facts.member(person.place).toBuilder();
            put(member, Trait.ON_TEKUN_ROLL, person.onTekunRoll);
            put(member, Trait.ON_LIVING_ALLOWANCE_ROLL, person.onLivingRoll);
            put(member, Trait.ON_CARE_ALLOWANCE_ROLL, person.onCareRoll);
            onRolls.member(person.place, member.build());
        }
        var state = family.registerState;
        return onRolls.rolls(new Rolls(
                        family.onDibao()
                                ? new Rolls.DibaoEntry(family.dibaoSince, family.dibaoMonthlyYuan * 100)
                                : null,
                        state == null
                                ? null
                                : new Rolls.RegisterEntry(state, family.liftedOn, family.throughProgramme)))
                .build();
    }

    private static void put(Member.Builder member, Trait roll, boolean on) {
        if (on) {
            member.trait(roll);
        }
    }
}
