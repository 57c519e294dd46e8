package org.doudi.policy;

import java.time.LocalDate;
import java.util.Random;
import org.doudi.policy.Member.Trait;

/** Made-up households, many of them on a boundary: amounts, ages and dates are drawn near the figures that decide. */
public final class RandomHouseholds {
    private static final String[] VILLAGES = {
        "210921100201", "210921132214", "210922100205", "210922103201", "210921101201", "210902003001", "210911001002"
    };
    private static final long[] NEAR = {
        0, 1, 295200, 357500, 384300, 413200, 500000, 300000, 1000000, 2000000, 600000, 285500, 299500, 321800, 400000
    };
    private static final LocalDate[] DAYS = {
        LocalDate.of(2016, 7, 1),
        LocalDate.of(2017, 3, 16),
        LocalDate.of(2017, 3, 17),
        LocalDate.of(2017, 5, 31),
        LocalDate.of(2017, 6, 1),
        LocalDate.of(2017, 6, 30),
        LocalDate.of(2017, 7, 1),
        LocalDate.of(2018, 2, 28),
        LocalDate.of(2018, 6, 30),
        LocalDate.of(2018, 7, 1),
        LocalDate.of(2019, 6, 30),
        LocalDate.of(2019, 7, 1),
        LocalDate.of(2020, 2, 29),
        LocalDate.of(2020, 12, 31),
        LocalDate.of(2021, 1, 1),
        LocalDate.of(2022, 3, 1)
    };

    private final Random random;

    public RandomHouseholds(long seed) {
        random = new Random(seed);
    }

    /** The next household. */
    public Household next() {
        LocalDate day = random.nextInt(3) == 0
                ? DAYS[random.nextInt(DAYS.length)]
                : LocalDate.of(2016, 7, 1).plusDays(random.nextInt(2300));
        HouseholdBuilder household = Household.builder(
                "R-" + random.nextInt(1_000_000),
                VILLAGES[random.nextInt(VILLAGES.length)],
                day,
                random.nextInt(25) == 0 ? Consent.REFUSED : Consent.GIVEN);
        int members = 1 + random.nextInt(random.nextInt(40) == 0 ? 12 : 5);
        for (int m = 0; m < members; m++) {
            household.member(member(m, day));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            household.income(new IncomeEntry(random.nextInt(members), pick(IncomeItem.values()), fen()));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            household.spending(new SpendingEntry(random.nextInt(members), pick(SpendingItem.values()), fen()));
        }
        if (random.nextInt(4) == 0) {
            household.assets(assets(members));
        }
        if (random.nextInt(6) == 0) {
            household.guarantees(new Guarantees(coin(), coin(), coin(), coin(), coin()));
        }
        return household.rolls(rolls(day)).build();
    }

    private Member member(int place, LocalDate day) {
        Member.Builder member = Member.builder("m" + place, birth(day))
                .labour(pick(Labour.values()))
                .supporter(random.nextInt(3) == 0 ? pick(Supporter.values()) : Supporter.ABLE);
        if (random.nextInt(3) == 0) {
            member.disability(new Disability(pick(DisabilityCategory.values()), 1 + random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
            member.job(new Job(pick(JobMode.values()), 1 + random.nextInt(12)));
        }
        for (Trait trait : Trait.values()) {
            if (random.nextInt(5) == 0) {
                member.trait(trait);
            }
        }
        return member.build();
    }

    /** Often a birthday of an age that decides, a day before or after, or 29 February. */
    private LocalDate birth(LocalDate day) {
        int[] ages = {0, 15, 16, 17, 59, 60, 61, 69, 70, 71};
        switch (random.nextInt(4)) {
            case 0:
                LocalDate near =
                        day.minusYears(ages[random.nextInt(ages.length)]).plusDays(random.nextInt(5) - 2);
                return near.isAfter(day) ? day : near;
            case 1:
                return LocalDate.of(1936 + 4 * random.nextInt(20), 2, 29);
            default:
                return day.minusDays(random.nextInt(33000));
        }
    }

    private long fen() {
        if (random.nextBoolean()) {
            long near = NEAR[random.nextInt(NEAR.length)] * (1 + random.nextInt(3)) + random.nextInt(3) - 1;
            return Math.max(0, near);
        }
        return random.nextInt(2_000_000);
    }

    private Assets assets(int members) {
        long perHead = NEAR[random.nextInt(NEAR.length)] * 2;
        long financial = Math.max(0, perHead * members + random.nextInt(3) - 1);
        return new Assets(financial, random.nextInt(3), random.nextInt(2), random.nextInt(3), random.nextInt(8) == 0);
    }

    private Rolls rolls(LocalDate day) {
        Rolls.DibaoEntry dibao = random.nextBoolean()
                ? new Rolls.DibaoEntry(day.minusDays(random.nextInt(900)), 100L * random.nextInt(900))
                : null;
        LocalDate lifted = random.nextBoolean()
                ? day.minusMonths(new int[] {0, 12, 18}[random.nextInt(3)]).minusDays(random.nextInt(5) - 2)
                : day.minusDays(random.nextInt(800));
        if (lifted.isAfter(day)) {
            lifted = day;
        }
        Rolls.RegisterEntry register = switch (random.nextInt(4)) {
            case 0 -> new Rolls.RegisterEntry(RegisterState.POOR, coin() ? null : lifted, coin());
            case 1, 2 -> new Rolls.RegisterEntry(RegisterState.LIFTED, lifted, random.nextInt(4) > 0);
            default -> null;
        };
        return new Rolls(dibao, register);
    }

    private boolean coin() {
        return random.nextBoolean();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
