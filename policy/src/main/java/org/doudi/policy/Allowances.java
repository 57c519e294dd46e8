package org.doudi.policy;

import org.jspecify.annotations.Nullable;

/** Rule I: the two allowances for disabled people (clause 2.1-7). */
final class Allowances {
    private Allowances() {}

    /** A disabled member, not tekun, in a household that is eligible for dibao. */
    static boolean living(Household h, int m, DibaoOutcome dibao, boolean tekun, Parameters p, Trace t) {
        Disability disability = h.member(m).disability();
        boolean eligible = dibao == DibaoOutcome.ELIGIBLE;
        boolean due = disability != null && eligible && !tekun;
        if (disability != null) {
            t.is(
                    Rule.LIVING_ALLOWANCE,
                    m,
                    due ? p.disabilityLiving : 0,
                    category(disability),
                    level(disability),
                    eligible ? 1 : 0,
                    tekun ? 1 : 0);
        }
        return due;
    }

    /** A member with level 1 or 2, not tekun, whose living elsewhere is not paid by other public money. */
    static boolean care(Household h, int m, boolean tekun, Parameters p, Trace t) {
        Member member = h.member(m);
        Disability disability = member.disability();
        boolean elsewhere = member.is(Member.Trait.LIVING_ELSEWHERE_FUNDED);
        boolean due = disability != null && disability.severe() && !tekun && !elsewhere;
        if (disability != null) {
            t.is(
                    Rule.CARE_ALLOWANCE,
                    m,
                    due ? p.disabilityCare : 0,
                    category(disability),
                    level(disability),
                    elsewhere ? 1 : 0,
                    tekun ? 1 : 0);
        }
        return due;
    }

    private static int category(@Nullable Disability disability) {
        return disability == null ? -1 : disability.category().ordinal();
    }

    private static int level(@Nullable Disability disability) {
        return disability == null ? 0 : disability.level();
    }
}
