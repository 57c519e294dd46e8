package org.doudi.cli.demodata;

import java.time.LocalDate;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterState;

/** Draws which rolls a household is on. Mostly the right ones: every wrong one is a gap that a reconciliation must find. */
final class Enrolment {
    private final LocalDate asOf;

    Enrolment(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** The household's rolls; sets what the rules must come to as well. The facts are drawn to fit afterwards. */
    void draw(Dice dice, Family family) {
        switch (family.standing) {
            case TEKUN -> tekun(dice, family);
            case POOR_ON_BOTH -> {
                expect(family, true, true);
                if (dice.chance(.975)) {
                    joinDibao(family, dice.chance(.4) ? monthsAgo(dice, 1, 4) : monthsAgo(dice, 14, 90));
                }
                register(dice, family, .97);
                kin(dice, family);
            }
            case DIBAO_ONLY -> {
                expect(family, true, false);
                if (dice.chance(.97)) {
                    joinDibao(family, monthsAgo(dice, 14, 90));
                }
                register(dice, family, .015);
            }
            case REGISTER_ONLY -> {
                expect(family, false, true);
                joinDibaoWrongly(dice, family, .008);
                register(dice, family, .975);
            }
            case LIFTED -> {
                expect(family, false, false);
                boolean stays = dice.chance(.02);
                lift(
                        family,
                        stays ? monthsAgo(dice, 20, 30) : monthsAgo(dice, 1, 30).plusDays(dice.below(20)));
                family.throughProgramme = stays || dice.chance(.8);
                if (stays) {
                    joinDibao(family, monthsAgo(dice, 40, 90));
                }
            }
            case GRADUAL_EXIT -> {
                expect(family, false, false);
                boolean bedridden = family.persons.stream().anyMatch(p -> p.traits.has(Trait.BEDRIDDEN));
                lift(family, monthsAgo(dice, 1, bedridden ? 16 : 10).plusDays(dice.below(20)));
                family.throughProgramme = true;
                joinDibao(family, monthsAgo(dice, 24, 90));
            }
            case FALLEN_BACK -> {
                expect(family, dice.chance(.7), true);
                lift(family, monthsAgo(dice, 6, 30));
                family.throughProgramme = dice.chance(.8);
                if (family.eligible && dice.chance(.4)) {
                    joinDibao(family, monthsAgo(dice, 1, 4));
                }
            }
            case HIDDEN_ASSETS -> {
                expect(family, false, false);
                joinDibaoWrongly(dice, family, .25);
            }
            case HEAVY_SPENDING -> {
                boolean pilot = Pilot.covers(family.village);
                expect(family, pilot, false);
                if (dice.chance(pilot ? .6 : .01)) {
                    joinDibao(family, monthsAgo(dice, 0, 0));
                }
            }
            case REFUSED -> {
                joinDibaoWrongly(dice, family, .3);
                register(dice, family, .4);
            }
            case ORDINARY -> {
                expect(family, false, false);
                joinDibaoWrongly(dice, family, .0015);
                register(dice, family, .001);
                kin(dice, family);
                for (Person person : family.persons) {
                    if (!person.tekun && person.ageOn(asOf) >= 60 && dice.chance(.0008)) {
                        person.onTekunRoll = true;
                    }
                }
            }
        }
    }

    private void tekun(Dice dice, Family family) {
        boolean listed = dice.chance(.975);
        for (Person person : family.persons) {
            person.onTekunRoll = listed;
        }
        expect(family, false, !listed);
        joinDibaoWrongly(dice, family, listed ? .005 : .4);
        register(dice, family, listed ? .008 : .8);
    }

    private static void kin(Dice dice, Family family) {
        for (Person person : family.persons) {
            if (person.tekun) {
                person.onTekunRoll = dice.chance(.9);
            }
        }
    }

    private static void expect(Family family, boolean eligible, boolean poor) {
        family.eligible = eligible;
        family.poor = poor;
    }

    private void joinDibaoWrongly(Dice dice, Family family, double chance) {
        if (dice.chance(chance)) {
            joinDibao(family, monthsAgo(dice, 14, 90));
        }
    }

    private static void joinDibao(Family family, LocalDate since) {
        family.dibaoSince = since;
    }

    private static void register(Dice dice, Family family, double chance) {
        if (dice.chance(chance)) {
            family.registerState = RegisterState.POOR;
        }
    }

    private static void lift(Family family, LocalDate on) {
        family.registerState = RegisterState.LIFTED;
        family.liftedOn = on;
    }

    private LocalDate monthsAgo(Dice dice, int least, int most) {
        return asOf.withDayOfMonth(1).minusMonths(dice.between(least, most));
    }
}
