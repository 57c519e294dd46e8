package org.doudi.policy;

/** Rule G: classified top-ups (clause 2.1-2), for members of an eligible household who are not tekun. */
final class TopUps {
    /** No kind fits. */
    static final int NO_KIND = 0;

    private static final int ELDERLY = 1 << TopUpKind.ELDERLY.ordinal();
    private static final int MINOR = 1 << TopUpKind.MINOR.ordinal();
    private static final int SEVERELY_DISABLED = 1 << TopUpKind.SEVERELY_DISABLED.ordinal();
    private static final int SERIOUSLY_ILL = 1 << TopUpKind.SERIOUSLY_ILL.ordinal();
    private static final int PREFERENTIAL = 1 << TopUpKind.PREFERENTIAL.ordinal();

    private TopUps() {}

    /** The highest kind that fits, as its ordinal plus one; of equal amounts the first; {@link #NO_KIND} when none fits. */
    static int highest(Household h, int m, Parameters p, Trace t) {
        int best = NO_KIND;
        long most = -1;
        for (int rest = fits(h, m, p); rest != 0; rest &= rest - 1) {
            int kind = Integer.numberOfTrailingZeros(rest);
            long amount = t.is(Rule.TOP_UP_KIND, m, p.topUp(TopUpKind.at(kind)), kind);
            if (amount > most) {
                best = kind + 1;
                most = amount;
            }
        }
        if (best != NO_KIND) {
            t.is(Rule.TOP_UP, m, most, best - 1);
        }
        return best;
    }

    /** The kinds that fit a member, one bit each by ordinal. */
    static int fits(Household h, int m, Parameters p) {
        int facts = h.facts(m);
        int age = h.age(m);
        return (age >= p.topUpElderlyAge ? ELDERLY : 0)
                | (age < p.topUpMinorAge ? MINOR : 0)
                | (MemberFacts.severe(facts) ? SEVERELY_DISABLED : 0)
                | (MemberFacts.is(facts, Member.Trait.SERIOUSLY_ILL) ? SERIOUSLY_ILL : 0)
                | (MemberFacts.is(facts, Member.Trait.PREFERENTIAL) ? PREFERENTIAL : 0);
    }
}
