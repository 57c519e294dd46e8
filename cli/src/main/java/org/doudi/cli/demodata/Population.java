package org.doudi.cli.demodata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.cli.demodata.Scale.Ground;
import org.doudi.policy.Member.Trait;

/** Makes up the households of one village after another. */
final class Population {
    private static final double MOVED_AWAY = .003;

    private final long seed;
    private final FamilyDraw people;
    private final Health health;
    private final Enrolment enrolment;
    private final Livelihood livelihood;
    private int dibaoNumbers;

    Population(long seed, Names names, LocalDate asOf) {
        this.seed = seed;
        people = new FamilyDraw(names, new IdNumbers(), asOf);
        health = new Health(asOf);
        enrolment = new Enrolment(asOf);
        livelihood = new Livelihood(asOf);
    }

    List<Family> settle(Ground ground) {
        Dice dice = Dice.of(seed, ground.stream());
        List<String> clans = people.clans(dice);
        List<Family> families = new ArrayList<>(ground.households());
        for (int i = 0; i < ground.households(); i++) {
            String number = Integer.toString(10_000_000 + ground.firstHousehold() + i);
            String id = "H-" + number.substring(1);
            families.add(family(dice, ground, id, clans));
        }
        return families;
    }

    private Family family(Dice dice, Ground ground, String id, List<String> clans) {
        Family family = new Family(id, ground.village(), Standing.draw(dice));
        people.draw(dice, family, ground.ring(), clans);
        health.draw(dice, family);
        enrolment.draw(dice, family);
        livelihood.draw(dice, family);
        Allowances.draw(dice, family);
        if (family.onDibao()) {
            family.dibaoNumber = ++dibaoNumbers;
        }
        family.povertyCause = cause(dice, family);
        if (family.onAnyList() && dice.chance(MOVED_AWAY)) {
            family.surveyed = false;
        } else {
            Truth.tell(family);
        }
        return family;
    }

    private static String cause(Dice dice, Family family) {
        if (family.registerState == null) {
            return "";
        }
        for (Person person : family.persons) {
            if (person.traits.has(Trait.SERIOUSLY_ILL)) {
                return "因病";
            }
            if (person.disability != null) {
                return "因残";
            }
        }
        return dice.pick(List.of("缺劳力", "缺技术", "缺资金", "因病", "因学", "自身发展动力不足"));
    }
}
