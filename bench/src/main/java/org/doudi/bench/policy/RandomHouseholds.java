package org.doudi.bench.policy;

import java.time.LocalDate;
import org.doudi.bench.data.Dice;
import org.doudi.policy.Assets;
import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.HouseholdBuilder;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Job;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.policy.SpendingEntry;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;
import org.jspecify.annotations.Nullable;

/** Made-up households around every limit of the rules; household n of a seed is always the same. */
final class RandomHouseholds {
    static final LocalDate FIRST = LocalDate.of(2016, 7, 1);
    static final LocalDate LAST = LocalDate.of(2022, 12, 31);

    private static final String[] VILLAGES = {
        "210921100201", "210921132203", "210922100204", "210922103202", "210921101201", "210921105207", "210921119202",
        "210922104201", "210922110205", "210922208203", "210911102201", "210904101202", "210921121204", "210922118201"
    };
    private static final IncomeItem[] ITEMS = IncomeItem.values();
    private static final IncomeItem[] USUAL = {
        IncomeItem.WAGE,
        IncomeItem.WAGE,
        IncomeItem.FARMING,
        IncomeItem.FARMING,
        IncomeItem.BASIC_PENSION,
        IncomeItem.FARM_SUBSIDY,
        IncomeItem.LAND_TRANSFER,
        IncomeItem.SUPPORT_RECEIVED
    };
    private static final int[] SIZES = {1, 1, 2, 2, 2, 3, 3, 3, 4, 5};

    private RandomHouseholds() {}

    /** The first so many households, on days from 2016 to 2022. */
    static Household[] many(int count, long seed) {
        Household[] households = new Household[count];
        for (int i = 0; i < count; i++) {
            households[i] = one(seed, i, null);
        }
        return households;
    }

    /** The same, all assessed on one day. */
    static Household[] many(int count, long seed, LocalDate day) {
        Household[] households = new Household[count];
        for (int i = 0; i < count; i++) {
            households[i] = one(seed, i, day);
        }
        return households;
    }

    private static Household one(long seed, int number, @Nullable LocalDate fixed) {
        Dice dice = Dice.at(seed, 21, number);
        LocalDate day =
                fixed != null ? fixed : FIRST.plusDays(dice.below((int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1));
        HouseholdBuilder household = Household.builder(
                "H-" + number,
                VILLAGES[dice.below(VILLAGES.length)],
                day,
                dice.chance(0.02) ? Consent.REFUSED : Consent.GIVEN);
        int size = SIZES[dice.below(SIZES.length)];
        int wealth = dice.between(1, 9);
        for (int m = 0; m < size; m++) {
            household.member(member(dice, m, day));
            income(dice, household, m, wealth);
            spending(dice, household, m);
        }
        if (dice.chance(0.5)) {
            household.assets(new Assets(
                    yuan(dice, 12_000),
                    dice.chance(0.05) ? 2 : 1,
                    dice.chance(0.04) ? 1 : 0,
                    dice.below(20) == 0 ? 2 : dice.below(2),
                    dice.chance(0.03)));
        }
        if (dice.chance(0.1)) {
            household.guarantees(new Guarantees(
                    dice.chance(0.9), dice.chance(0.9), dice.chance(0.9), dice.chance(0.9), dice.chance(0.9)));
        }
        return household.rolls(rolls(dice, day)).build();
    }

    private static Member member(Dice dice, int place, LocalDate day) {
        // some birthdays and limits of age fall on the day itself
        LocalDate birth = dice.chance(0.05)
                ? day.minusYears(new int[] {16, 60, 70}[dice.below(3)]).minusDays(dice.between(-1, 1))
                : day.minusDays(dice.below(90 * 365));
        if (dice.chance(0.01)) {
            birth = LocalDate.of(1940 + 4 * dice.below(16), 2, 29);
        }
        Member.Builder member = Member.builder(Integer.toString(place + 1), birth);
        if (dice.chance(0.3)) {
            member.labour(dice.chance(0.5) ? Labour.PARTIAL : Labour.NONE);
        }
        if (dice.chance(0.2)) {
            DisabilityCategory[] categories = DisabilityCategory.values();
            member.disability(new Disability(categories[dice.below(categories.length)], dice.between(1, 4)));
        }
        if (dice.chance(0.25)) {
            member.supporter(dice.chance(0.6) ? Supporter.UNABLE : Supporter.NONE);
        }
        if (dice.chance(0.3)) {
            member.job(new Job(JobMode.values()[dice.below(3)], dice.between(1, 12)));
        }
        trait(dice, member, Trait.STUDENT, 0.1);
        trait(dice, member, Trait.SERIOUSLY_ILL, 0.1);
        trait(dice, member, Trait.BEDRIDDEN, 0.05);
        trait(dice, member, Trait.PREFERENTIAL, 0.04);
        trait(dice, member, Trait.LIVING_ELSEWHERE_FUNDED, 0.04);
        trait(dice, member, Trait.ON_TEKUN_ROLL, 0.08);
        trait(dice, member, Trait.ON_LIVING_ALLOWANCE_ROLL, 0.08);
        trait(dice, member, Trait.ON_CARE_ALLOWANCE_ROLL, 0.06);
        return member.build();
    }

    private static void trait(Dice dice, Member.Builder member, Trait trait, double share) {
        if (dice.chance(share)) {
            member.trait(trait);
        }
    }

    private static void income(Dice dice, HouseholdBuilder household, int member, int wealth) {
        int entries = dice.below(4);
        for (int i = 0; i < entries; i++) {
            IncomeItem item = dice.chance(0.75) ? USUAL[dice.below(USUAL.length)] : ITEMS[dice.below(ITEMS.length)];
            household.income(new IncomeEntry(member, item, yuan(dice, wealth * 900)));
        }
    }

    private static void spending(Dice dice, HouseholdBuilder household, int member) {
        int entries = dice.chance(0.3) ? dice.between(1, 3) : 0;
        for (int i = 0; i < entries; i++) {
            SpendingItem item = SpendingItem.values()[dice.below(4)];
            household.spending(new SpendingEntry(member, item, yuan(dice, dice.chance(0.1) ? 26_000 : 5_000)));
        }
    }

    private static Rolls rolls(Dice dice, LocalDate day) {
        Rolls.DibaoEntry dibao = dice.chance(0.35)
                ? new Rolls.DibaoEntry(day.minusDays(dice.below(1500)), 100L * dice.between(50, 1200))
                : null;
        Rolls.RegisterEntry register = null;
        if (dice.chance(0.4)) {
            register = dice.chance(0.5)
                    ? new Rolls.RegisterEntry(RegisterState.POOR, null, false)
                    : new Rolls.RegisterEntry(RegisterState.LIFTED, day.minusDays(dice.below(700)), dice.chance(0.8));
        }
        return new Rolls(dibao, register);
    }

    /** An amount in fen, mostly whole yuan. */
    private static long yuan(Dice dice, int most) {
        long fen = 100L * dice.below(most);
        return dice.chance(0.3) ? fen + dice.below(100) : fen;
    }
}
