package org.doudi.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a person must look at. The figures stand; a person confirms them.
 *
 * @param code what to look at
 * @param clause the clause that leaves it to people or that the example values carry out
 * @param parameters the example values that were used; empty for the other codes
 */
public record Look(Code code, Clause clause, List<Parameter> parameters) {
    private static final TopUpKind[] KINDS = TopUpKind.values();

    /** What there can be to look at. */
    public enum Code {
        /** Values that are only examples were used: the city must set them. */
        EXAMPLE_VALUES,
        /** How long an extension for a bedridden member is fitting (clause 2.2-7). */
        BEDRIDDEN_EXTENSION,
        /** Whether the way out of poverty is stable, which clause 2.2-7 makes the measure of gradual exit. */
        STABILITY_OF_EXIT
    }

    /** Everything that a person must look at in an answer: what clauses leave to people first, then example values by clause. */
    public static List<Look> at(Assessment a) {
        List<Look> looks = new ArrayList<>();
        boolean considered = gradualExitConsidered(a);
        if (considered && GradualExit.bedridden(a.household()) && a.parameters().bedriddenMonths > 0) {
            looks.add(new Look(Code.BEDRIDDEN_EXTENSION, Clause.GRADUAL_EXIT, List.of()));
        }
        if (a.dibao() == DibaoOutcome.GRADUAL_EXIT) {
            looks.add(new Look(Code.STABILITY_OF_EXIT, Clause.GRADUAL_EXIT, List.of()));
        }
        examples(exampleBits(a), looks);
        return looks;
    }

    /** A number that is the same for two answers exactly when {@link #at} is. */
    public static long fingerprint(Assessment a) {
        long bits = exampleBits(a) << 2;
        boolean considered = gradualExitConsidered(a);
        bits |= considered && GradualExit.bedridden(a.household()) && a.parameters().bedriddenMonths > 0 ? 2 : 0;
        return bits | (a.dibao() == DibaoOutcome.GRADUAL_EXIT ? 1 : 0);
    }

    private static void examples(long bits, List<Look> looks) {
        Map<Clause, List<Parameter>> byClause = new EnumMap<>(Clause.class);
        Parameter[] all = Parameter.values();
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            Parameter parameter = all[Long.numberOfTrailingZeros(rest)];
            byClause.computeIfAbsent(parameter.clause(), c -> new ArrayList<>()).add(parameter);
        }
        byClause.forEach(
                (clause, parameters) -> looks.add(new Look(Code.EXAMPLE_VALUES, clause, List.copyOf(parameters))));
    }

    /** Everything but the length of the period speaks for gradual exit, and nothing better is due. */
    private static boolean gradualExitConsidered(Assessment a) {
        int status = a.household().status();
        boolean decided = a.dibao() == DibaoOutcome.REFUSED || a.dibao() == DibaoOutcome.ELIGIBLE;
        return !decided
                && Status.onDibaoRoll(status)
                && !a.breaksAnyAssetRule()
                && GradualExit.lifted(status, Trace.OFF);
    }

    /** The used parameters that are graded example, one bit each. */
    private static long exampleBits(Assessment a) {
        return used(a) & a.parameters().exampleBits();
    }

    private static long used(Assessment a) {
        Household h = a.household();
        long used = bit(Parameter.ASSET_FINANCIAL_MONTHS)
                | bit(Parameter.ASSET_HOUSES)
                | bit(Parameter.ASSET_CARS)
                | bit(Parameter.ASSET_MACHINES)
                | bit(Parameter.RIGID_SPENDING_APPLIES);
        if (gradualExitConsidered(a) && GradualExit.bedridden(h)) {
            used |= bit(Parameter.GRADUAL_EXIT_BEDRIDDEN_MONTHS);
        }
        for (int i = 0; i < h.spendingEntries(); i++) {
            used |= rigid(a, h.spendingEntry(i));
        }
        for (int m = 0; m < h.size(); m++) {
            used |= member(a, m);
        }
        return used | medical(a);
    }

    private static long rigid(Assessment a, SpendingEntry entry) {
        Parameter cap = Parameter.rigidCap(entry.item());
        Parameter rate = Parameter.rigidRate(entry.item());
        boolean counts = a.parameters().rigidSpendingApplies && !a.tekun(entry.member());
        return counts && cap != null && rate != null ? bit(cap) | bit(rate) : 0;
    }

    private static long member(Assessment a, int m) {
        Household h = a.household();
        int facts = h.facts(m);
        boolean works = MemberFacts.jobMonths(facts) > 0 && EmploymentCost.entitled(h);
        long used = works ? bit(Parameter.employmentCost(MemberFacts.jobMode(facts))) : 0;
        if (a.topUp(m) != null) {
            int fitting = TopUps.fits(h, m, a.parameters());
            for (TopUpKind kind : KINDS) {
                used |= (fitting & 1 << kind.ordinal()) != 0 ? bit(Parameter.topUp(kind)) : 0;
            }
        }
        used |= a.livingAllowanceFen(m) > 0 ? bit(Parameter.DISABILITY_LIVING) : 0;
        return used | (a.careAllowanceFen(m) > 0 ? bit(Parameter.DISABILITY_CARE) : 0);
    }

    private static long medical(Assessment a) {
        if (a.medicalBurdenFen() == 0) {
            return 0;
        }
        boolean circle = Medical.householdInCircle(a.household(), a.dibao()) || a.tekunMembers() > 0;
        if (!circle) {
            return bit(Parameter.MEDICAL_CATASTROPHIC_SHARE);
        }
        return bit(Parameter.MEDICAL_MAJOR_ILLNESS)
                | (a.medical() == MedicalOutcome.MAJOR_ILLNESS_AID ? 0 : bit(Parameter.MEDICAL_AID));
    }

    private static long bit(Parameter parameter) {
        return 1L << parameter.ordinal();
    }
}
