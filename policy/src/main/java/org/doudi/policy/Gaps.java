package org.doudi.policy;

import org.doudi.policy.Gap.Kind;
import org.doudi.policy.Member.Trait;

/** Rule K: where the rolls differ from what the rules say (clauses 1.2-1, 1.2-2, 1.2-3 and 2.1-5). Gaps are kept as bits by kind. */
final class Gaps {
    private static final int FIRST_ROLL = Trait.ON_TEKUN_ROLL.ordinal();

    private Gaps() {}

    /** The household's own gaps; without a register outcome there is no register gap. */
    static int ofHousehold(Household h, Assessment a, Trace t) {
        int gaps = dibao(h, a.dibao, t);
        if (a.register != null) {
            gaps |= register(h.status(), a.register, t);
        }
        return gaps;
    }

    private static int dibao(Household h, DibaoOutcome outcome, Trace t) {
        boolean onRoll = Status.onDibaoRoll(h.status());
        return switch (outcome) {
            case ELIGIBLE -> onRoll ? 0 : found(Kind.MISSING_FROM_DIBAO, t);
            case NOT_ELIGIBLE, REFUSED -> onRoll ? found(Kind.DUE_TO_LEAVE_DIBAO, t) : 0;
            case GRADUAL_EXIT -> 0;
        };
    }

    private static int register(int status, RegisterOutcome outcome, Trace t) {
        if (outcome == RegisterOutcome.POOR) {
            if (!Status.onRegister(status)) {
                return found(Kind.MISSING_FROM_REGISTER, t);
            }
            return Status.lifted(status) ? found(Kind.FALLEN_BACK, t) : 0;
        }
        return Status.poor(status) ? found(Kind.DUE_TO_LEAVE_REGISTER, t) : 0;
    }

    private static int found(Kind kind, Trace t) {
        t.is(Rule.GAP_HOUSEHOLD, Trace.HOUSEHOLD, kind.ordinal());
        return 1 << kind.ordinal();
    }

    /** The gaps of one member on the three rolls of persons. */
    static int ofMember(Household h, int m, int bits, Trace t) {
        int facts = h.facts(m);
        // the traits of the three rolls and the bits of what is due stand in the same order
        if ((bits & Assessment.PERSONS) == (facts >> FIRST_ROLL & Assessment.PERSONS)) {
            return 0;
        }
        return compare(
                        m,
                        (bits & Assessment.TEKUN) != 0,
                        MemberFacts.is(facts, Trait.ON_TEKUN_ROLL),
                        Kind.MISSING_FROM_TEKUN,
                        t)
                | compare(
                        m,
                        (bits & Assessment.LIVING) != 0,
                        MemberFacts.is(facts, Trait.ON_LIVING_ALLOWANCE_ROLL),
                        Kind.MISSING_LIVING_ALLOWANCE,
                        t)
                | compare(
                        m,
                        (bits & Assessment.CARE) != 0,
                        MemberFacts.is(facts, Trait.ON_CARE_ALLOWANCE_ROLL),
                        Kind.MISSING_CARE_ALLOWANCE,
                        t);
    }

    /** The kind that follows {@code missing} is the one for leaving. */
    private static int compare(int m, boolean due, boolean onRoll, Kind missing, Trace t) {
        if (due == onRoll) {
            return 0;
        }
        int kind = missing.ordinal() + (due ? 0 : 1);
        t.is(Rule.GAP_MEMBER, m, kind);
        return 1 << kind;
    }
}
