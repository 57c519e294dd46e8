package org.doudi.policy.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.AssetRule;
import org.doudi.policy.Consent;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.Supporter;
import org.doudi.policy.Trace;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;

/** Looks for what would have to change for an answer to differ. Each change is tried by running the rules again, to the fen. */
public final class Changes {
    private final ParameterPack pack;
    private final Household household;
    private final Assessment now;
    private final List<Change> found = new ArrayList<>();

    private Changes(Assessment now, ParameterPack pack) {
        this.pack = pack;
        this.household = now.household();
        this.now = now;
    }

    /**
     * The changes for an answer: consent, income and assets for dibao, then days to come, the register, tekun members, medical aid.
     *
     * @param now the answer
     * @param pack the pack that it was computed with
     */
    public static List<Change> to(Assessment now, ParameterPack pack) {
        Changes changes = new Changes(now, pack);
        if (now.dibao() == DibaoOutcome.REFUSED) {
            changes.consent();
        } else {
            changes.dibao();
            changes.register();
        }
        changes.date();
        changes.tekun();
        changes.medical();
        return changes.found;
    }

    private void consent() {
        Assessment then = assess(household.toBuilder().consent(Consent.GIVEN).build());
        found.add(new Change(Change.Kind.CONSENT, Trace.HOUSEHOLD, then.dibao().ordinal(), 0));
    }

    private void dibao() {
        if (now.dibao() == DibaoOutcome.ELIGIBLE) {
            long most = now.parameters().dibaoStandard() * household.size()
                    + now.employmentCostFen()
                    + now.rigidSpendingFen()
                    + 1;
            smallest(most, x -> IncomeShift.higher(household, now, x), a -> a.dibao() != DibaoOutcome.ELIGIBLE)
                    .add(Change.Kind.INCOME_HIGHER, Assessment::dibao);
            return;
        }
        if (!now.breaksAnyAssetRule()) {
            lowerIncome(household, Change.Kind.INCOME_LOWER);
            return;
        }
        boolean one = false;
        for (AssetRule rule : AssetRule.values()) {
            if (now.breaks(rule)) {
                Assessment then = assess(AssetRemedy.within(household, now, rule));
                if (then.dibao() != now.dibao()) {
                    found.add(Change.of(kind(rule), 0, then.dibao()));
                    one = true;
                }
            }
        }
        if (one) {
            return;
        }
        Household within = AssetRemedy.withinAll(household, now);
        Assessment then = assess(within);
        if (then.dibao() != now.dibao()) {
            found.add(Change.of(Change.Kind.ALL_ASSETS, 0, then.dibao()));
        } else {
            lowerIncome(within, Change.Kind.ASSETS_AND_INCOME);
        }
    }

    private void lowerIncome(Household from, Change.Kind kind) {
        Assessment start = assess(from);
        smallest(
                        start.countedFen(),
                        x -> IncomeShift.lower(from, start, x, IncomeShift.Basis.DIBAO),
                        a -> a.dibao() == DibaoOutcome.ELIGIBLE)
                .add(kind, Assessment::dibao);
    }

    private static Change.Kind kind(AssetRule rule) {
        return switch (rule) {
            case FINANCIAL -> Change.Kind.FINANCIAL;
            case HOUSES -> Change.Kind.HOUSES;
            case CARS -> Change.Kind.CARS;
            case MACHINES -> Change.Kind.MACHINES;
            case BUSINESS -> Change.Kind.BUSINESS;
        };
    }

    /** The first day to come on which dibao would be decided otherwise, of those on which a value changes or a period ends. */
    private void date() {
        TreeSet<LocalDate> days = new TreeSet<>(pack.changesAfter(household.village(), household.assessedOn()));
        if (now.until() != null) {
            days.add(now.until());
        }
        for (LocalDate day : days) {
            try {
                Household later = household.on(day);
                DibaoOutcome outcome =
                        Assessor.assess(later, pack.at(later), Trace.OFF).dibao();
                if (outcome != now.dibao()) {
                    found.add(Change.of(Change.Kind.DATE, day.toEpochDay(), outcome));
                    return;
                }
            } catch (MissingParameterException e) {
                // no values are known for that day, so nothing can be said about it
                return;
            }
        }
    }

    private void register() {
        RegisterOutcome register = now.register();
        if (register == RegisterOutcome.POOR) {
            if (!household.guarantees().complete()) {
                Assessment then =
                        assess(household.toBuilder().guarantees(Guarantees.ALL).build());
                if (then.register() == RegisterOutcome.NOT_POOR) {
                    found.add(Change.of(Change.Kind.GUARANTEES, 0, RegisterOutcome.NOT_POOR));
                }
                return;
            }
            long most = now.parameters().povertyLine() * household.size() + now.employmentCostFen() * 2 + 1;
            smallest(most, x -> IncomeShift.higher(household, now, x), a -> a.register() == RegisterOutcome.NOT_POOR)
                    .add(Change.Kind.REGISTER_INCOME_HIGHER, Assessment::register);
        } else if (register == RegisterOutcome.NOT_POOR) {
            smallest(
                            IncomeShift.total(household, now, IncomeShift.Basis.REGISTER),
                            x -> IncomeShift.lower(household, now, x, IncomeShift.Basis.REGISTER),
                            a -> a.register() == RegisterOutcome.POOR)
                    .add(Change.Kind.REGISTER_INCOME_LOWER, Assessment::register);
        }
    }

    private void tekun() {
        for (int m = 0; m < household.size(); m++) {
            if (!now.tekun(m) && household.member(m).supporter() == Supporter.ABLE) {
                Household without = household.toBuilder()
                        .member(
                                m,
                                household.member(m).toBuilder()
                                        .supporter(Supporter.NONE)
                                        .build())
                        .build();
                if (assess(without).tekun(m)) {
                    found.add(new Change(Change.Kind.SUPPORTER, m, 0, 1));
                }
            }
        }
    }

    private void medical() {
        if (now.medicalBurdenFen() == 0 || now.medical() == MedicalOutcome.MAJOR_ILLNESS_AID) {
            return;
        }
        smallest(
                        now.countedFen() + Math.max(now.medicalBurdenFen(), 1_000_000_00L),
                        x -> IncomeShift.moreMedicalCost(household, x),
                        a -> a.medical() != now.medical())
                .add(Change.Kind.MEDICAL_MORE, Assessment::medical);
    }

    private Assessment assess(Household other) {
        return Assessor.assess(other, now.parameters(), Trace.OFF);
    }

    /** The smallest shift from 1 to the most after which an answer is as wanted, found by halving; the answer is kept. */
    private Found smallest(long most, Function<Long, Household> shifted, Predicate<Assessment> wanted) {
        if (most < 1 || !wanted.test(assess(shifted.apply(most)))) {
            return new Found(0, null);
        }
        long no = 0;
        long yes = most;
        while (yes - no > 1) {
            long middle = no + (yes - no) / 2;
            if (wanted.test(assess(shifted.apply(middle)))) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return new Found(yes, assess(shifted.apply(yes)));
    }

    /** A shift that was found, or none. */
    private final class Found {
        private final long amount;
        private final @Nullable Assessment then;

        private Found(long amount, @Nullable Assessment then) {
            this.amount = amount;
            this.then = then;
        }

        void add(Change.Kind kind, Function<Assessment, ? extends @Nullable Enum<?>> outcome) {
            if (then != null) {
                Enum<?> follows = outcome.apply(then);
                if (follows != null) {
                    found.add(Change.of(kind, amount, follows));
                }
            }
        }
    }
}
