package org.doudi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is watched of a household that was lifted out, so that it is seen before it is poor again (clause 2.1-5).
 *
 * @param povertyLine fen per person a year
 * @param incomeShare of the poverty line, in hundredths of a percent
 * @param spendingShare of a year's counted income, in hundredths of a percent
 * @param jobMonths for so many months a lost job counts
 */
public record FallBack(long povertyLine, long incomeShare, long spendingShare, int jobMonths) {
    private static final List<Parameter> NEEDED = List.of(
            Parameter.FALL_BACK_INCOME_SHARE, Parameter.FALL_BACK_SPENDING_SHARE, Parameter.FALL_BACK_JOB_MONTHS);

    /**
     * What holds at a place on a day.
     *
     * @param parameters those of the place and day
     * @param place the division, for the error
     * @param day the day, for the error
     * @throws MissingParameterException when one has no value there and then
     */
    public static FallBack at(Parameters parameters, String place, LocalDate day) {
        List<Long> values = new ArrayList<>();
        List<Parameter> missing = new ArrayList<>();
        for (Parameter parameter : NEEDED) {
            ParameterValue value = parameters.value(parameter);
            if (value == null) {
                missing.add(parameter);
            } else {
                values.add(value.value());
            }
        }
        if (!missing.isEmpty()) {
            throw new MissingParameterException(missing, place, day, MissingParameterException.OtherDays.HAVE_VALUES);
        }
        return new FallBack(parameters.povertyLine(), values.get(0), values.get(1), Math.toIntExact(values.get(2)));
    }

    /** Whether a household of the assessment is watched: it is on the register as lifted out. */
    public static boolean watches(Assessment assessment) {
        Rolls.@Nullable RegisterEntry entry = assessment.household().rolls().register();
        return entry != null && entry.state() == RegisterState.LIFTED;
    }

    /** A year's register income of so many members below which it is watched: the share of the poverty line, rounded down to the fen. */
    public long incomeLimit(int members) {
        return Math.multiplyExact(Math.multiplyExact(povertyLine, (long) members), incomeShare) / Parameters.WHOLE;
    }

    /** Whether register income is below the limit. */
    public boolean incomeLow(long registerIncome, int members) {
        return Math.multiplyExact(registerIncome, Parameters.WHOLE)
                < Math.multiplyExact(Math.multiplyExact(povertyLine, (long) members), incomeShare);
    }

    /** What a year's cost of illness or disaster may be at a counted income, rounded down to the fen. */
    public long spendingLimit(long counted) {
        return Math.multiplyExact(counted, spendingShare) / Parameters.WHOLE;
    }

    /** Whether the cost is more than the share of counted income. */
    public boolean spendingLarge(long cost, long counted) {
        return Math.multiplyExact(cost, Parameters.WHOLE) > Math.multiplyExact(counted, spendingShare);
    }

    /** What a watched household can be in danger by. */
    public enum Danger {
        /** Income near the poverty line, and not yet below it. */
        INCOME,
        /** Self-paid cost of illness. */
        MEDICAL,
        /** What disasters took. */
        DISASTER
    }

    /**
     * A figure of a household that passed its limit.
     *
     * @param figure fen a year
     * @param limit fen a year
     */
    public record Sign(Danger danger, long figure, long limit) {}

    /**
     * What the figures of a watched household show. A lost job is not among them: it is no figure of one day.
     *
     * @param a the household's assessment on the day
     * @param loss fen that disasters of the last year took and nobody replaces
     */
    public List<Sign> signs(Assessment a, long loss) {
        List<Sign> signs = new ArrayList<>();
        int members = a.household().size();
        boolean poorAgain = a.gaps().stream().anyMatch(gap -> gap.kind() == Gap.Kind.FALLEN_BACK);
        // without consent nothing is said of income
        boolean known = a.register() != null;
        if (known && !poorAgain && incomeLow(a.registerIncomeFen(), members)) {
            signs.add(new Sign(Danger.INCOME, a.registerIncomeFen(), incomeLimit(members)));
        }
        if (spendingLarge(a.medicalBurdenFen(), a.countedFen())) {
            signs.add(new Sign(Danger.MEDICAL, a.medicalBurdenFen(), spendingLimit(a.countedFen())));
        }
        if (spendingLarge(loss, a.countedFen())) {
            signs.add(new Sign(Danger.DISASTER, loss, spendingLimit(a.countedFen())));
        }
        return signs;
    }
}
