package org.doudi.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parameters in force at one place on one day, resolved once and then only read. Amounts are in fen, percentages in hundredths
 * of a percent. Get it from {@link org.doudi.policy.parameters.ParameterPack#at}.
 */
public final class Parameters {
    /** One hundred percent. */
    static final long WHOLE = 10_000;

    private static final long FEN_PER_YUAN = 100;
    private static final long MONTHS = 12;

    private final String pack;
    private final String version;
    private final @Nullable ParameterValue[] values;

    private final long[] plain;
    private final long exampleBits;

    final long dibaoStandard;
    final long povertyLine;
    /** The items of income that dibao counts on the day, one bit each by ordinal. */
    final long dibaoItems;
    /** The items of income that the register counts on the day, likewise. */
    final long registerItems;

    final boolean rigidSpendingApplies;
    final long financialMonths;
    final long houses;
    final long cars;
    final long machines;
    final int gradualExitMonths;
    final int bedriddenMonths;
    final long topUpElderlyAge;
    final long topUpMinorAge;
    final long tekunElderlyAge;
    final long tekunMinorAge;
    final long disabilityLiving;
    final long disabilityCare;
    final long medicalAid;
    final long majorIllness;
    final long catastrophicShare;
    private final long[] employmentCost = new long[JobMode.values().length];
    private final long[] rigidCap = new long[SpendingItem.values().length];
    private final long[] rigidRate = new long[SpendingItem.values().length];
    private final long[] topUp = new long[TopUpKind.COUNT];

    /**
     * A snapshot.
     *
     * @param pack the pack's id
     * @param version the version of its values
     * @param values by {@link Parameter#ordinal()}; null where the place and day have none
     * @throws IllegalArgumentException when a value that an assessment needs is not there
     */
    public Parameters(String pack, String version, @Nullable ParameterValue[] values) {
        this.pack = pack;
        this.version = version;
        this.values = values.clone();
        plain = plain(values);
        exampleBits = exampleBits(values);
        dibaoStandard = needed(Parameter.DIBAO_STANDARD);
        povertyLine = needed(Parameter.POVERTY_LINE);
        boolean pensionExcluded = needed(Parameter.BASIC_PENSION_EXCLUDED) != 0;
        dibaoItems = bits(item -> CountedIncome.dibaoCounts(item, pensionExcluded));
        registerItems = bits(item -> CountedIncome.registerCounts(item, pensionExcluded));
        rigidSpendingApplies = needed(Parameter.RIGID_SPENDING_APPLIES) != 0;
        financialMonths = needed(Parameter.ASSET_FINANCIAL_MONTHS);
        houses = needed(Parameter.ASSET_HOUSES);
        cars = needed(Parameter.ASSET_CARS);
        machines = needed(Parameter.ASSET_MACHINES);
        gradualExitMonths = (int) needed(Parameter.GRADUAL_EXIT_MONTHS);
        bedriddenMonths = (int) needed(Parameter.GRADUAL_EXIT_BEDRIDDEN_MONTHS);
        topUpElderlyAge = needed(Parameter.TOP_UP_ELDERLY_AGE);
        topUpMinorAge = needed(Parameter.TOP_UP_MINOR_AGE);
        tekunElderlyAge = needed(Parameter.TEKUN_ELDERLY_AGE);
        tekunMinorAge = needed(Parameter.TEKUN_MINOR_AGE);
        disabilityLiving = needed(Parameter.DISABILITY_LIVING);
        disabilityCare = needed(Parameter.DISABILITY_CARE);
        medicalAid = needed(Parameter.MEDICAL_AID);
        majorIllness = needed(Parameter.MEDICAL_MAJOR_ILLNESS);
        catastrophicShare = needed(Parameter.MEDICAL_CATASTROPHIC_SHARE);
        for (JobMode mode : JobMode.values()) {
            employmentCost[mode.ordinal()] = needed(Parameter.employmentCost(mode));
        }
        Arrays.fill(rigidCap, -1);
        if (rigidSpendingApplies) {
            for (SpendingItem item : SpendingItem.values()) {
                Parameter cap = Parameter.rigidCap(item);
                Parameter rate = Parameter.rigidRate(item);
                if (cap != null && rate != null) {
                    rigidCap[item.ordinal()] = needed(cap);
                    rigidRate[item.ordinal()] = needed(rate);
                }
            }
        }
        for (TopUpKind kind : TopUpKind.values()) {
            long share = Math.multiplyExact(needed(Parameter.topUp(kind)), dibaoStandard);
            topUp[kind.ordinal()] = ceilToYuan(share, WHOLE * MONTHS);
        }
    }

    private static long bits(Predicate<IncomeItem> counts) {
        long bits = 0;
        for (IncomeItem item : IncomeItem.values()) {
            bits |= counts.test(item) ? 1L << item.ordinal() : 0;
        }
        return bits;
    }

    private static long[] plain(@Nullable ParameterValue[] values) {
        long[] plain = new long[values.length];
        for (int i = 0; i < plain.length; i++) {
            ParameterValue value = values[i];
            plain[i] = value == null ? -1 : value.value();
        }
        return plain;
    }

    /** Whether every parameter has the same value here and there, so that a household gets the same answer with both. */
    public boolean sameValuesAs(Parameters other) {
        return Arrays.equals(plain, other.plain);
    }

    private static long exampleBits(@Nullable ParameterValue[] values) {
        long bits = 0;
        for (ParameterValue value : values) {
            if (value != null && value.grade() == Grade.EXAMPLE) {
                bits |= 1L << value.parameter().ordinal();
            }
        }
        return bits;
    }

    /** The parameters whose value here is only an example, one bit each by ordinal. */
    long exampleBits() {
        return exampleBits;
    }

    private long needed(Parameter parameter) {
        ParameterValue value = values[parameter.ordinal()];
        if (value == null) {
            throw new IllegalArgumentException(parameter.key() + " has no value");
        }
        return value.value();
    }

    /** A value that only some questions about a household need. */
    long needed(Parameter parameter, Household h) {
        ParameterValue value = values[parameter.ordinal()];
        if (value == null) {
            throw new MissingParameterException(
                    List.of(parameter), h.village(), h.assessedOn(), MissingParameterException.OtherDays.HAVE_NONE);
        }
        return value.value();
    }

    /** Fen divided by a number and rounded up to the whole yuan, once; the result is in fen. */
    static long ceilToYuan(long fen, long divisor) {
        long perYuan = divisor * FEN_PER_YUAN;
        return Math.multiplyExact((fen + perYuan - 1) / perYuan, FEN_PER_YUAN);
    }

    /** The pack's id. */
    public String pack() {
        return pack;
    }

    /** The version of the pack's values; it changes when any of them does. */
    public String version() {
        return version;
    }

    /** The value in force with its source, or null when there is none. */
    public @Nullable ParameterValue value(Parameter parameter) {
        return values[parameter.ordinal()];
    }

    /** Whether the value in force is only an example. */
    public boolean isExample(Parameter parameter) {
        ParameterValue value = values[parameter.ordinal()];
        return value != null && value.grade() == Grade.EXAMPLE;
    }

    /** The dibao standard, in fen a person and year. */
    public long dibaoStandard() {
        return dibaoStandard;
    }

    /** The poverty line, in fen a person and year. */
    public long povertyLine() {
        return povertyLine;
    }

    /** What a month of work in a mode costs, in fen. */
    public long employmentCost(JobMode mode) {
        return employmentCost[mode.ordinal()];
    }

    /** Up to how much of a spending item counts as rigid, in fen; negative for an item that is not deducted here. */
    public long rigidCap(SpendingItem item) {
        return rigidCap[item.ordinal()];
    }

    /** Whether a spending item, by its ordinal, is deducted here. */
    boolean isRigid(int item) {
        return rigidCap[item] >= 0;
    }

    /** What share of a spending item counts as rigid, in hundredths of a percent. */
    public long rigidRate(SpendingItem item) {
        return rigidRate[item.ordinal()];
    }

    /** The monthly top-up of a kind, in fen, whole yuan. */
    public long topUp(TopUpKind kind) {
        return topUp[kind.ordinal()];
    }

    /** Whether dibao counts an item of income on the day (clauses 2.2-3 and 2.2-5). */
    public boolean dibaoCounts(IncomeItem item) {
        return (dibaoItems & 1L << item.ordinal()) != 0;
    }

    /** Whether the register counts an item of income on the day. */
    public boolean registerCounts(IncomeItem item) {
        return (registerItems & 1L << item.ordinal()) != 0;
    }
}
