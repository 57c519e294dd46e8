package org.doudi.cli.demodata;

import java.time.LocalDate;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Job;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Supporter;

/** Draws illness, disability, capacity for work, school and jobs. Only those meant to be tekun lack an able supporter. */
final class Health {
    private static final DisabilityCategory[] CATEGORIES = DisabilityCategory.values();
    private static final JobMode[] MODES = JobMode.values();

    private final LocalDate asOf;

    Health(LocalDate asOf) {
        this.asOf = asOf;
    }

    void draw(Dice dice, Family family) {
        for (Person person : family.persons) {
            int age = person.ageOn(asOf);
            disability(dice, family.standing, person, age);
            illness(dice, family.standing, person, age);
            work(dice, family.standing, person, age);
        }
        if (family.standing == Standing.TEKUN) {
            for (Person person : family.persons) {
                makeTekun(dice, person);
            }
        } else {
            for (Person person : family.persons) {
                if (person.relation.equals(FamilyDraw.KIN)) {
                    makeTekun(dice, person);
                }
            }
            if (family.standing == Standing.ORDINARY && family.persons.size() == 1 && dice.chance(.03)) {
                // nobody able to support them, yet they live well on their own: not tekun
                family.head().supporter = dice.chance(.5) ? Supporter.NONE : Supporter.UNABLE;
            }
        }
    }

    private void disability(Dice dice, Standing standing, Person person, int age) {
        double share = switch (standing) {
            case TEKUN -> .25;
            case POOR_ON_BOTH, DIBAO_ONLY -> .26;
            case REGISTER_ONLY, FALLEN_BACK, GRADUAL_EXIT -> .16;
            case LIFTED -> .12;
            case HIDDEN_ASSETS, HEAVY_SPENDING, REFUSED, ORDINARY -> .051;
        };
        if (dice.chance(age < 16 ? share / 4 : age < 60 ? share * .8 : share * 1.6)) {
            DisabilityCategory category = CATEGORIES[dice.weighted(12, 11, 2, 50, 9, 10, 6)];
            person.disability = new Disability(category, 1 + dice.weighted(10, 25, 30, 35));
        }
    }

    private static void illness(Dice dice, Standing standing, Person person, int age) {
        double ill = switch (standing) {
            case ORDINARY, HIDDEN_ASSETS, REFUSED -> .02;
            case LIFTED, GRADUAL_EXIT, REGISTER_ONLY -> .07;
            case HEAVY_SPENDING -> .5;
            default -> .13;
        };
        if (dice.chance(age < 40 ? ill / 3 : ill)) {
            person.be(Trait.SERIOUSLY_ILL);
        }
        if (dice.chance(person.severelyDisabled() ? .08 : age >= 75 ? .02 : .001)) {
            person.be(Trait.BEDRIDDEN);
        }
        if (person.sex == Sex.MALE && age >= 60 && dice.chance(.02)) {
            person.be(Trait.PREFERENTIAL);
        }
        if (person.severelyDisabled() && dice.chance(.03)) {
            person.be(Trait.LIVING_ELSEWHERE_FUNDED);
        }
    }

    private static void work(Dice dice, Standing standing, Person person, int age) {
        boolean pupil = age >= 6 && age <= 18;
        if (pupil ? dice.chance(.93) : age > 18 && age <= 22 && dice.chance(.35)) {
            person.be(Trait.STUDENT);
        }
        boolean helpless = person.traits.has(Trait.BEDRIDDEN) || (person.severelyDisabled() && dice.chance(.6));
        if (age < 16 || helpless) {
            person.labour = Labour.NONE;
        } else if (age >= 70) {
            person.labour = dice.chance(.5) ? Labour.NONE : Labour.PARTIAL;
        } else if (age >= 60 || person.disability != null || person.traits.has(Trait.SERIOUSLY_ILL)) {
            person.labour = Labour.PARTIAL;
        }
        double employed = switch (standing) {
            case LIFTED, GRADUAL_EXIT -> .4;
            case POOR_ON_BOTH, REGISTER_ONLY -> .12;
            case ORDINARY -> .01;
            default -> 0;
        };
        if (age >= 18
                && age < 62
                && person.labour != Labour.NONE
                && !person.traits.has(Trait.STUDENT)
                && dice.chance(employed)) {
            person.job = new Job(MODES[dice.weighted(5, 3, 2)], dice.between(2, 12));
        }
    }

    private void makeTekun(Dice dice, Person person) {
        person.tekun = true;
        person.job = null;
        person.supporter = dice.chance(.7) ? Supporter.NONE : Supporter.UNABLE;
        int age = person.ageOn(asOf);
        if (age >= 16 && age < 60) {
            boolean mind = dice.chance(.7);
            person.disability = mind
                    ? new Disability(
                            dice.chance(.5) ? DisabilityCategory.INTELLECTUAL : DisabilityCategory.MENTAL,
                            dice.between(1, 2))
                    : new Disability(DisabilityCategory.LIMB, 1);
            person.labour = Labour.NONE;
        }
    }
}
