package org.doudi.policy.simulation;

import java.io.Serializable;
import java.util.Arrays;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.RegisterOutcome;
import org.jspecify.annotations.Nullable;

/** The sums of a simulation over the households of one county or of all. Amounts are in fen. */
public final class Tally implements Serializable {
    private static final int DIBAO = DibaoOutcome.values().length;
    private static final int REGISTER = RegisterOutcome.values().length + 1;
    private static final int MEDICAL = MedicalOutcome.values().length;
    private static final long MONTHS = 12;

    private final String place;
    private final long[][] dibao = new long[DIBAO][DIBAO];
    private final long[][] register = new long[REGISTER][REGISTER];
    private final long[][] medical = new long[MEDICAL][MEDICAL];
    private final long[] entered = new long[PersonRoll.values().length];
    private final long[] left = new long[PersonRoll.values().length];
    private long households;
    private long changed;
    private long gaining;
    private long losing;
    private long gainedMonthly;
    private long lostMonthly;
    private long dibaoBefore;
    private long dibaoAfter;
    private long allowancesBefore;
    private long allowancesAfter;

    Tally(String place) {
        this.place = place;
    }

    /** The rolls of single persons. */
    public enum PersonRoll {
        /** Tekun persons. */
        TEKUN,
        /** The disability living allowance. */
        LIVING_ALLOWANCE,
        /** The disability care allowance. */
        CARE_ALLOWANCE,
        /** The subsidy of the insurance premium. */
        PREMIUM_SUBSIDY;

        private static final PersonRoll[] ALL = values();

        boolean holds(Assessment a, int member) {
            return switch (this) {
                case TEKUN -> a.tekun(member);
                case LIVING_ALLOWANCE -> a.livingAllowanceFen(member) > 0;
                case CARE_ALLOWANCE -> a.careAllowanceFen(member) > 0;
                case PREMIUM_SUBSIDY -> a.premiumSubsidy(member);
            };
        }
    }

    /** Takes a household; true when anything differs. */
    boolean add(Assessment before, Assessment after) {
        households++;
        dibao[before.dibao().ordinal()][after.dibao().ordinal()]++;
        register[place(before.register())][place(after.register())]++;
        medical[before.medical().ordinal()][after.medical().ordinal()]++;
        if (before == after) {
            return unchanged(before);
        }
        boolean differs = before.dibao() != after.dibao()
                || before.register() != after.register()
                || before.medical() != after.medical();
        for (int m = 0; m < before.household().size(); m++) {
            differs |= persons(before, after, m);
        }
        boolean pays = money(before, after);
        return differs || pays;
    }

    private boolean unchanged(Assessment a) {
        long allowances = Difference.allowances(a);
        dibaoBefore += a.monthlyFen();
        dibaoAfter += a.monthlyFen();
        allowancesBefore += allowances;
        allowancesAfter += allowances;
        return false;
    }

    private static int place(@Nullable RegisterOutcome outcome) {
        return outcome == null ? REGISTER - 1 : outcome.ordinal();
    }

    private boolean persons(Assessment before, Assessment after, int m) {
        if (before.sameRolls(after, m)) {
            return false;
        }
        boolean differs = false;
        for (PersonRoll roll : PersonRoll.ALL) {
            boolean had = roll.holds(before, m);
            boolean has = roll.holds(after, m);
            if (had != has) {
                (has ? entered : left)[roll.ordinal()]++;
                differs = true;
            }
        }
        return differs;
    }

    private boolean money(Assessment before, Assessment after) {
        long allowances = Difference.allowances(before);
        long newAllowances = Difference.allowances(after);
        dibaoBefore += before.monthlyFen();
        dibaoAfter += after.monthlyFen();
        allowancesBefore += allowances;
        allowancesAfter += newAllowances;
        long gain = after.monthlyFen() + newAllowances - before.monthlyFen() - allowances;
        if (gain > 0) {
            gaining++;
            gainedMonthly += gain;
        } else if (gain < 0) {
            losing++;
            lostMonthly -= gain;
        }
        return gain != 0 || before.monthlyFen() != after.monthlyFen();
    }

    void addChanged() {
        changed++;
    }

    /** Takes everything that another tally has. */
    void add(Tally other) {
        for (int i = 0; i < DIBAO; i++) {
            addTo(dibao[i], other.dibao[i]);
        }
        for (int i = 0; i < REGISTER; i++) {
            addTo(register[i], other.register[i]);
        }
        for (int i = 0; i < MEDICAL; i++) {
            addTo(medical[i], other.medical[i]);
        }
        addTo(entered, other.entered);
        addTo(left, other.left);
        households += other.households;
        changed += other.changed;
        gaining += other.gaining;
        losing += other.losing;
        gainedMonthly += other.gainedMonthly;
        lostMonthly += other.lostMonthly;
        dibaoBefore += other.dibaoBefore;
        dibaoAfter += other.dibaoAfter;
        allowancesBefore += other.allowancesBefore;
        allowancesAfter += other.allowancesAfter;
    }

    private static void addTo(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** The county's code of 6 digits, or empty for all. */
    public String place() {
        return place;
    }

    /** How many households there are. */
    public long households() {
        return households;
    }

    /** For how many anything differs. */
    public long changed() {
        return changed;
    }

    /** How many households go from one dibao outcome to another. */
    public long dibao(DibaoOutcome from, DibaoOutcome to) {
        return dibao[from.ordinal()][to.ordinal()];
    }

    /** How many households go from one register outcome to another; null is no outcome, for want of consent. */
    public long register(@Nullable RegisterOutcome from, @Nullable RegisterOutcome to) {
        return register[place(from)][place(to)];
    }

    /** How many households go from one medical outcome to another. */
    public long medical(MedicalOutcome from, MedicalOutcome to) {
        return medical[from.ordinal()][to.ordinal()];
    }

    /** How many households become eligible for dibao. */
    public long enterDibao() {
        return Arrays.stream(DibaoOutcome.values())
                .filter(o -> o != DibaoOutcome.ELIGIBLE)
                .mapToLong(o -> dibao(o, DibaoOutcome.ELIGIBLE))
                .sum();
    }

    /** How many households are no longer eligible for dibao. */
    public long leaveDibao() {
        return Arrays.stream(DibaoOutcome.values())
                .filter(o -> o != DibaoOutcome.ELIGIBLE)
                .mapToLong(o -> dibao(DibaoOutcome.ELIGIBLE, o))
                .sum();
    }

    /** How many persons come onto a roll. */
    public long entered(PersonRoll roll) {
        return entered[roll.ordinal()];
    }

    /** How many persons go off a roll. */
    public long left(PersonRoll roll) {
        return left[roll.ordinal()];
    }

    /** How many households get more. */
    public long gaining() {
        return gaining;
    }

    /** How many households get less. */
    public long losing() {
        return losing;
    }

    /** What those who gain get more a month. */
    public long gainedMonthlyFen() {
        return gainedMonthly;
    }

    /** What those who lose get less a month. */
    public long lostMonthlyFen() {
        return lostMonthly;
    }

    /** What dibao costs a year with the baseline. */
    public long dibaoYearlyBeforeFen() {
        return dibaoBefore * MONTHS;
    }

    /** What dibao costs a year with the reform. */
    public long dibaoYearlyAfterFen() {
        return dibaoAfter * MONTHS;
    }

    /** What the two allowances cost a year with the baseline. */
    public long allowancesYearlyBeforeFen() {
        return allowancesBefore * MONTHS;
    }

    /** What the two allowances cost a year with the reform. */
    public long allowancesYearlyAfterFen() {
        return allowancesAfter * MONTHS;
    }

    /** What the reform costs more a year; negative when it saves. */
    public long yearlyCostFen() {
        return (dibaoAfter + allowancesAfter - dibaoBefore - allowancesBefore) * MONTHS;
    }
}
