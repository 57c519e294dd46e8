package org.doudi.policy;

import java.time.LocalDate;
import org.doudi.policy.parameters.ParameterPack;

/** Households for tests that read as facts. */
final class Facts {
    static final ParameterPack PACK = ParameterPack.load();
    static final String VILLAGE = "210921101201";
    static final String PILOT = "210921100201";
    static final LocalDate DAY = LocalDate.of(2017, 6, 20);

    private Facts() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static HouseholdBuilder household(String village, LocalDate day) {
        return Household.builder("H", village, day, Consent.GIVEN);
    }

    /** A household of one adult who can work, on the day of the tests. */
    static HouseholdBuilder one() {
        return household(VILLAGE, DAY).member(adult("1").build());
    }

    static Member.Builder adult(String id) {
        return Member.builder(id, LocalDate.of(1980, 1, 1));
    }

    static Member.Builder born(String date) {
        return Member.builder("1", LocalDate.parse(date));
    }

    static IncomeEntry income(IncomeItem item, String yuan) {
        return new IncomeEntry(0, item, fen(yuan));
    }

    static SpendingEntry spending(SpendingItem item, String yuan) {
        return new SpendingEntry(0, item, fen(yuan));
    }

    static long fen(String yuan) {
        return new java.math.BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    static Assessment assess(HouseholdBuilder builder) {
        Household household = builder.build();
        return Assessor.assess(household, PACK.at(household), Trace.OFF);
    }

    /** On the dibao roll and lifted out through the programme on a day. */
    static Rolls lifted(String day) {
        return new Rolls(
                new Rolls.DibaoEntry(null, fen("310.00")),
                new Rolls.RegisterEntry(RegisterState.LIFTED, LocalDate.parse(day), true));
    }
}
