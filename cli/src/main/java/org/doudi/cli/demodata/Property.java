package org.doudi.cli.demodata;

import org.doudi.policy.Assets;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Member.Trait;

/** Draws what a household owns and what it is guaranteed, to fit its standing. */
final class Property {
    /** Savings per head that break the rule with room to spare: more than two years of the standard. */
    private static final int TOO_MUCH_SAVED = 9000;

    private final Dice dice;
    private final Family family;

    Property(Dice dice, Family family) {
        this.dice = dice;
        this.family = family;
    }

    void draw() {
        long people = family.persons.size();
        // a tekun member's family owns nothing that would break the rule
        Standing standing = hasTekunMember() ? Standing.TEKUN : family.standing;
        family.assets = switch (standing) {
            case ORDINARY, REFUSED -> {
                int houses = dice.chance(.08) ? 2 : 1;
                int cars = dice.chance(.28) ? 1 : 0;
                int machines = dice.chance(.4) ? dice.between(1, 2) : 0;
                yield new Assets(people * dice.below(12_000) * 100, houses, cars, machines, dice.chance(.04));
            }
            case HIDDEN_ASSETS -> tooMuch(people);
            default -> {
                int houses = dice.chance(.05) ? 0 : 1;
                int machines = dice.chance(.2) ? 1 : 0;
                yield new Assets(people * dice.below(4000) * 100, houses, 0, machines, false);
            }
        };
        if (lacksGuarantee()) {
            family.guarantees = lacking();
        }
    }

    private Assets tooMuch(long people) {
        return switch (dice.weighted(4, 3, 3, 1, 1)) {
            case 0 -> new Assets(people * (TOO_MUCH_SAVED + dice.below(30_000)) * 100, 1, 0, 0, false);
            case 1 -> new Assets(0, 2, 0, 0, false);
            case 2 -> new Assets(0, 1, 1, 0, false);
            case 3 -> new Assets(0, 1, 0, 2, false);
            default -> new Assets(0, 1, 0, 0, true);
        };
    }

    private boolean lacksGuarantee() {
        return switch (family.standing) {
            case REGISTER_ONLY -> true;
            case FALLEN_BACK -> !family.eligible;
            // dibao money of a whole year, or tekun money, lifts the income over the line: poor by something else then
            case POOR_ON_BOTH -> hasTekunMember() || family.incomeYuan() > 2000L * family.persons.size();
            default -> false;
        };
    }

    private boolean hasTekunMember() {
        return family.persons.stream().anyMatch(person -> person.tekun);
    }

    private Guarantees lacking() {
        boolean pupil = family.persons.stream().anyMatch(p -> p.traits.has(Trait.STUDENT));
        return switch (dice.weighted(60, 22, 6, 4, pupil ? 12 : 0)) {
            case 0 -> new Guarantees(true, true, true, true, false);
            case 1 -> new Guarantees(true, true, true, false, true);
            case 2 -> new Guarantees(false, true, true, true, true);
            case 3 -> new Guarantees(true, false, true, true, true);
            default -> new Guarantees(true, true, false, true, true);
        };
    }
}
