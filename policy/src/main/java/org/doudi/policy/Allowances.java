package org.doudi.policy;

/** Rule I: the two allowances for disabled people (clause 2.1-7). */
final class Allowances {
    private Allowances() {}

    /** A disabled member, not tekun, in a household that is eligible for dibao. */
    static boolean living(Household h, int m, DibaoOutcome dibao, boolean tekun, Parameters p, Trace t) {
        int facts = h.facts(m);
        boolean disabled = MemberFacts.level(facts) > 0;
        boolean eligible = dibao == DibaoOutcome.ELIGIBLE;
        boolean due = disabled && eligible && !tekun;
        if (disabled) {
            t.is(
                    Rule.LIVING_ALLOWANCE,
                    m,
                    due ? p.disabilityLiving : 0,
                    MemberFacts.categoryCode(facts),
                    MemberFacts.level(facts),
                    eligible ? 1 : 0,
                    tekun ? 1 : 0);
        }
        return due;
    }

    /** A member with level 1 or 2, not tekun, whose living elsewhere is not paid by other public money. */
    static boolean care(Household h, int m, boolean tekun, Parameters p, Trace t) {
        int facts = h.facts(m);
        boolean disabled = MemberFacts.level(facts) > 0;
        boolean elsewhere = MemberFacts.is(facts, Member.Trait.LIVING_ELSEWHERE_FUNDED);
        boolean due = MemberFacts.severe(facts) && !tekun && !elsewhere;
        if (disabled) {
            t.is(
                    Rule.CARE_ALLOWANCE,
                    m,
                    due ? p.disabilityCare : 0,
                    MemberFacts.categoryCode(facts),
                    MemberFacts.level(facts),
                    elsewhere ? 1 : 0,
                    tekun ? 1 : 0);
        }
        return due;
    }
}
