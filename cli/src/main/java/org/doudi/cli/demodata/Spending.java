package org.doudi.cli.demodata;

import org.doudi.policy.Job;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.SpendingEntry;
import org.doudi.policy.SpendingItem;

/** Draws what illness, disability and school cost. Where the household must stay above the standard, the cost leaves it there. */
final class Spending {
    private static final int FAR_ABOVE_THE_STANDARD = 4000;

    private final Dice dice;
    private final Family family;
    private final int heads;
    private final long income;

    Spending(Dice dice, Family family, int heads, long income) {
        this.dice = dice;
        this.family = family;
        this.heads = heads;
        this.income = income;
    }

    void draw() {
        long bearable = bearable();
        if (family.standing == Standing.HEAVY_SPENDING) {
            spend(family.head(), SpendingItem.MEDICAL_SELF_PAID, income - 2500L * heads + dice.below(1500));
            bearable = family.eligible ? Long.MAX_VALUE : 0;
        }
        for (Person person : family.persons) {
            if (person.tekun) {
                continue;
            }
            if (person.traits.has(Trait.SERIOUSLY_ILL)) {
                bearable -=
                        spend(person, SpendingItem.MEDICAL_SELF_PAID, Math.min(bearable, dice.between(20, 180) * 100L));
            }
            if (person.severelyDisabled()) {
                bearable -= spend(person, SpendingItem.DISABILITY_CARE, Math.min(bearable, dice.between(0, 50) * 100L));
            } else if (person.disability != null && dice.chance(.3)) {
                bearable -= spend(person, SpendingItem.REHABILITATION, Math.min(bearable, dice.between(2, 40) * 100L));
            }
            if (person.traits.has(Trait.STUDENT) && dice.chance(.7)) {
                spend(person, SpendingItem.EDUCATION, dice.between(3, 80) * 100L);
            }
        }
    }

    private long bearable() {
        if (family.eligible || heads == 0) {
            return Long.MAX_VALUE;
        }
        long cost = 0;
        for (Person person : family.persons) {
            Job job = person.job;
            cost += job == null ? 0 : 200L * job.months();
        }
        return switch (family.standing) {
            case HIDDEN_ASSETS, REFUSED -> Long.MAX_VALUE;
            default -> Math.max(0, income - cost - (long) FAR_ABOVE_THE_STANDARD * heads);
        };
    }

    private long spend(Person person, SpendingItem item, long yuan) {
        if (yuan > 0) {
            family.spending.add(new SpendingEntry(person.place, item, yuan * 100));
            return yuan;
        }
        return 0;
    }
}
