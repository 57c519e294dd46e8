package org.doudi.cli.demodata;

import org.doudi.policy.Member.Trait;

/** Draws who gets the two allowances for disabled people: mostly those who should. */
final class Allowances {
    private Allowances() {}

    static boolean livingDue(Family family, Person person) {
        return person.disability != null && !person.tekun && family.eligible;
    }

    static boolean careDue(Person person) {
        return person.severelyDisabled() && !person.tekun && !person.traits.has(Trait.LIVING_ELSEWHERE_FUNDED);
    }

    static void draw(Dice dice, Family family) {
        for (Person person : family.persons) {
            if (person.disability == null) {
                continue;
            }
            double living = livingDue(family, person) ? family.onDibao() ? .965 : .1 : family.onDibao() ? .25 : .003;
            person.onLivingRoll = dice.chance(living);
            double care = careDue(person)
                    ? .965
                    : person.tekun ? .04 : person.traits.has(Trait.LIVING_ELSEWHERE_FUNDED) ? .2 : .003;
            person.onCareRoll = dice.chance(care);
        }
    }
}
