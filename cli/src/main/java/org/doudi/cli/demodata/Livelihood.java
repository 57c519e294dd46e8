package org.doudi.cli.demodata;

import static org.doudi.policy.IncomeItem.BASIC_PENSION;
import static org.doudi.policy.IncomeItem.DIBAO_PAYMENT;
import static org.doudi.policy.IncomeItem.DISABILITY_ALLOWANCE;
import static org.doudi.policy.IncomeItem.FARMING;
import static org.doudi.policy.IncomeItem.FARM_SUBSIDY;
import static org.doudi.policy.IncomeItem.LAND_TRANSFER;
import static org.doudi.policy.IncomeItem.OLD_AGE_ALLOWANCE;
import static org.doudi.policy.IncomeItem.SUPPORT_RECEIVED;
import static org.doudi.policy.IncomeItem.TEKUN_PAYMENT;
import static org.doudi.policy.IncomeItem.TRADE;
import static org.doudi.policy.IncomeItem.WAGE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Consent;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Job;
import org.doudi.policy.Labour;
import org.doudi.policy.Member.Trait;

/**
 * Draws income so that the household's standing comes true with room to spare on the day of the demo: a head's income is kept away from
 * the standard of {@value #STANDARD} and the line of {@value #LINE} yuan a year, and programme money, deductions and the pension
 * are thought of.
 */
final class Livelihood {
    /** The dibao standard in force on the demo's day, yuan a person and year. */
    static final int STANDARD = 3575;
    /** The poverty line in force on the demo's day, yuan a person and year. */
    static final int LINE = 2952;

    private static final int COST_OF_A_MONTHS_WORK = 200;
    private static final int TEKUN_YEARLY = 5700;

    private final LocalDate asOf;

    Livelihood(LocalDate asOf) {
        this.asOf = asOf;
    }

    void draw(Dice dice, Family family) {
        int heads = 0;
        for (Person person : family.persons) {
            heads += person.tekun ? 0 : 1;
        }
        long total = heads == 0 ? 0 : heads * perHead(dice, family) + costOfWork(family);
        earn(dice, family, total);
        programmeMoney(dice, family, heads, total);
        new Property(dice, family).draw();
        new Spending(dice, family, heads, total).draw();
        if (family.standing == Standing.REFUSED) {
            family.consent = Consent.REFUSED;
        }
    }

    private static long perHead(Dice dice, Family family) {
        return switch (family.standing) {
            case TEKUN -> 0;
            case POOR_ON_BOTH -> dice.between(200, 1200);
            case DIBAO_ONLY -> family.onDibao() ? dice.between(600, 3300) : dice.between(3060, 3450);
            case REGISTER_ONLY -> dice.between(4200, 7000);
            case LIFTED, GRADUAL_EXIT -> dice.between(4200, 9000);
            case FALLEN_BACK -> family.eligible ? dice.between(300, 1200) : dice.between(4200, 6500);
            case HIDDEN_ASSETS -> dice.between(3060, 3450);
            case HEAVY_SPENDING -> dice.between(4300, 5200);
            case REFUSED -> dice.chance(.5) ? dice.between(500, 2400) : dice.between(6000, 20_000);
            case ORDINARY -> 6000 + dice.below(7000) + (dice.chance(.3) ? dice.below(16_000) : 0);
        };
    }

    /** What work may cost at most; added where the deduction must not make a household poor. */
    private static long costOfWork(Family family) {
        if (family.standing == Standing.POOR_ON_BOTH) {
            return 0;
        }
        long cost = 0;
        for (Person person : family.persons) {
            Job job = person.job;
            cost += job == null ? 0 : (long) COST_OF_A_MONTHS_WORK * job.months();
        }
        return cost;
    }

    private void earn(Dice dice, Family family, long total) {
        List<Person> workers = new ArrayList<>();
        List<Person> others = new ArrayList<>();
        for (Person person : family.persons) {
            if (person.tekun) {
                family.earns(person, dice.chance(.5) ? FARM_SUBSIDY : LAND_TRANSFER, dice.between(2, 18) * 100L);
            } else if (person.labour != Labour.NONE && !person.traits.has(Trait.STUDENT)) {
                workers.add(person);
            } else if (person.ageOn(asOf) >= 16) {
                others.add(person);
            }
        }
        List<Person> earners = !workers.isEmpty() ? workers : !others.isEmpty() ? others : family.persons;
        long left = total;
        for (int i = 0; i < earners.size() && left > 0; i++) {
            boolean last = i == earners.size() - 1;
            long share = last ? left : left * dice.between(30, 60) / 100 / 10 * 10;
            left -= earnOne(dice, family, earners.get(i), share, workers.isEmpty());
        }
    }

    private static long earnOne(Dice dice, Family family, Person person, long yuan, boolean passive) {
        if (person.tekun) {
            return 0;
        }
        if (passive) {
            long support = yuan * dice.between(20, 80) / 100;
            family.earns(person, SUPPORT_RECEIVED, support);
            family.earns(person, LAND_TRANSFER, yuan - support);
        } else if (person.job != null) {
            family.earns(person, WAGE, yuan);
        } else {
            IncomeItem main = switch (dice.weighted(5, 4, 1)) {
                case 0 -> FARMING;
                case 1 -> WAGE;
                default -> TRADE;
            };
            long subsidy = Math.min(yuan, dice.between(0, 8) * 90L);
            family.earns(person, main, yuan - subsidy);
            family.earns(person, FARM_SUBSIDY, subsidy);
        }
        return yuan;
    }

    private void programmeMoney(Dice dice, Family family, int heads, long total) {
        LocalDate since = family.dibaoSince;
        if (since != null) {
            long gap = heads == 0 ? 0 : STANDARD * (long) heads - Math.min(total, (STANDARD - 600L) * heads);
            long topUps = 0;
            for (Person person : family.persons) {
                int age = person.ageOn(asOf);
                topUps += person.severelyDisabled() ? 90 : age >= 70 || age < 16 ? 60 : 0;
            }
            family.dibaoMonthlyYuan = heads == 0 ? 80 : (gap + 11) / 12 + topUps;
            long months = Math.min(12, ChronoUnit.MONTHS.between(since, asOf));
            family.earns(family.head(), DIBAO_PAYMENT, months * family.dibaoMonthlyYuan);
        }
        for (Person person : family.persons) {
            int age = person.ageOn(asOf);
            if (person.onTekunRoll) {
                family.earns(person, TEKUN_PAYMENT, TEKUN_YEARLY);
            }
            if (age >= 60 && dice.chance(.9)) {
                family.earns(person, BASIC_PENSION, age >= 65 ? 1080 : 1020);
            }
            if (age >= 80) {
                family.earns(person, OLD_AGE_ALLOWANCE, 600);
            }
            if (person.severelyDisabled() && dice.chance(.9)) {
                family.earns(person, DISABILITY_ALLOWANCE, 660);
            }
        }
    }
}
