package org.doudi.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Assessor} answers about one household on one day. Amounts are in fen; amounts of a month say so. It keeps the facts and the
 * parameters it was computed from.
 */
public final class Assessment {
    static final int TEKUN = 1;
    static final int LIVING = 2;
    static final int CARE = 4;
    static final int PREMIUM = 8;
    static final int PERSONS = TEKUN | LIVING | CARE;
    static final int TOP_UP_SHIFT = 4;
    static final int GAP_SHIFT = 8;
    private static final int TOP_UP_MASK = 7;

    private final Household household;
    private final Parameters parameters;
    final int[] memberBits;
    int tekunMembers;
    int brokenAssets;
    long counted;
    long cost;
    long rigid;
    long net;
    DibaoOutcome dibao = DibaoOutcome.NOT_ELIGIBLE;
    long base;
    long monthly;

    @Nullable
    LocalDate until;

    long registerIncome;

    @Nullable
    RegisterOutcome register;

    MedicalOutcome medical = MedicalOutcome.NONE;
    long burden;
    int gaps;

    Assessment(Household household, Parameters parameters) {
        this.household = household;
        this.parameters = parameters;
        this.memberBits = new int[household.size()];
    }

    /** The facts. */
    public Household household() {
        return household;
    }

    /** The parameters in force. */
    public Parameters parameters() {
        return parameters;
    }

    /** Income that dibao counts, of the members who are not tekun (rule B). */
    public long countedFen() {
        return counted;
    }

    /** Employment cost of the members who are not tekun (rule C). */
    public long employmentCostFen() {
        return cost;
    }

    /** Rigid spending (rule D). */
    public long rigidSpendingFen() {
        return rigid;
    }

    /** Counted income less both deductions, not below zero. */
    public long netFen() {
        return net;
    }

    /** How many members are not tekun. */
    public int membersLeft() {
        return memberBits.length - tekunMembers;
    }

    /** Net income a head, half up to the fen, for show only; null when nobody is left. */
    public @Nullable Long perCapitaFen() {
        int left = membersLeft();
        if (left == 0) {
            return null;
        }
        long whole = net / left;
        return (net % left) * 2 >= left ? whole + 1 : whole;
    }

    /** Whether an asset rule is broken (rule E). */
    public boolean breaks(AssetRule rule) {
        return (brokenAssets & rule.bit()) != 0;
    }

    /** Whether any asset rule is broken. */
    public boolean breaksAnyAssetRule() {
        return brokenAssets != 0;
    }

    /** What is decided about dibao (rule F). */
    public DibaoOutcome dibao() {
        return dibao;
    }

    /** The base a month, without top-ups. */
    public long baseMonthlyFen() {
        return base;
    }

    /** Base and top-ups a month. */
    public long monthlyFen() {
        return monthly;
    }

    /** The first day that gradual exit no longer covers; null for any other outcome. */
    public @Nullable LocalDate until() {
        return until;
    }

    /** Income as the register counts it; 0 without consent. */
    public long registerIncomeFen() {
        return registerIncome;
    }

    /** What is decided about the register (rule H); null without consent. */
    public @Nullable RegisterOutcome register() {
        return register;
    }

    /** What is decided about medical aid (rule J). */
    public MedicalOutcome medical() {
        return medical;
    }

    /** What the household itself paid for medical care. */
    public long medicalBurdenFen() {
        return burden;
    }

    /** Whether a member is tekun (rule A). */
    public boolean tekun(int member) {
        return (memberBits[member] & TEKUN) != 0;
    }

    /** How many members are tekun. */
    public int tekunMembers() {
        return tekunMembers;
    }

    /** The kind of a member's top-up (rule G), or null. */
    public @Nullable TopUpKind topUp(int member) {
        int kind = memberBits[member] >> TOP_UP_SHIFT & TOP_UP_MASK;
        return kind == TopUps.NO_KIND ? null : TopUpKind.at(kind - 1);
    }

    /** A member's top-up a month. */
    public long topUpFen(int member) {
        TopUpKind kind = topUp(member);
        return kind == null ? 0 : parameters.topUp(kind);
    }

    /** A member's disability living allowance a month (rule I). */
    public long livingAllowanceFen(int member) {
        return (memberBits[member] & LIVING) != 0 ? parameters.disabilityLiving : 0;
    }

    /** A member's disability care allowance a month (rule I). */
    public long careAllowanceFen(int member) {
        return (memberBits[member] & CARE) != 0 ? parameters.disabilityCare : 0;
    }

    /**
     * A tekun member's basic living a month: the dibao standard by {@code tekun.times}, rounded up once to the whole yuan; 0 for others.
     *
     * @throws MissingParameterException when the place has no value of it
     */
    public long tekunFen(int member) {
        return tekun(member) ? Tekun.monthlyFen(parameters, household) : 0;
    }

    /**
     * What finance pays for a member's insurance premium a year; 0 where it pays none.
     *
     * @throws MissingParameterException when the place has no value of it
     */
    public long premiumFen(int member) {
        return premiumSubsidy(member) ? Medical.premiumFen(parameters, household) : 0;
    }

    /** Whether a member's insurance premium is paid (rule J). */
    public boolean premiumSubsidy(int member) {
        return (memberBits[member] & PREMIUM) != 0;
    }

    /**
     * Whether a member is surely on the same rolls here and in another assessment of the household: tekun, the two allowances, the
     * premium subsidy. It may say no for the same rolls, never yes for others.
     */
    public boolean sameRolls(Assessment other, int member) {
        return ((memberBits[member] ^ other.memberBits[member]) & (TEKUN | LIVING | CARE | PREMIUM)) == 0
                && (parameters.disabilityLiving > 0) == (other.parameters.disabilityLiving > 0)
                && (parameters.disabilityCare > 0) == (other.parameters.disabilityCare > 0);
    }

    /** Whether there is any gap (rule K). */
    public boolean hasGaps() {
        int all = gaps;
        for (int bits : memberBits) {
            all |= bits >> GAP_SHIFT;
        }
        return all != 0;
    }

    /** The gaps, sorted by code in the order of Unicode. */
    public List<Gap> gaps() {
        if (!hasGaps()) {
            return List.of();
        }
        List<Gap> found = new ArrayList<>();
        for (Gap.Kind kind : Gap.KINDS_BY_NAME) {
            int bit = 1 << kind.ordinal();
            if ((gaps & bit) != 0) {
                found.add(new Gap(kind, null));
            }
            int first = found.size();
            for (int m = 0; m < memberBits.length; m++) {
                if ((memberBits[m] >> GAP_SHIFT & bit) != 0) {
                    found.add(new Gap(kind, household.memberId(m)));
                }
            }
            if (found.size() - first > 1) {
                found.subList(first, found.size()).sort(Gap.BY_MEMBER);
            }
        }
        return found;
    }

    /** An amount in fen as yuan with two decimals. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }
}
