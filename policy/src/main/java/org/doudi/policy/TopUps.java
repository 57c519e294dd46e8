package org.doudi.policy;

/** Rule G: classified top-ups (clause 2.1-2), for members of an eligible household who are not tekun. */
final class TopUps {
    /** No kind fits. */
    static final int NO_KIND = 0;

    private static final TopUpKind[] KINDS = TopUpKind.values();

    private TopUps() {}

    /** The highest kind that fits, as its ordinal plus one; of equal amounts the first; {@link #NO_KIND} when none fits. */
    static int highest(Household h, int m, Parameters p, Trace t) {
        int best = NO_KIND;
        long most = -1;
        for (TopUpKind kind : KINDS) {
            if (fits(h, m, kind, p)) {
                long amount = t.is(Rule.TOP_UP_KIND, m, p.topUp(kind), kind.ordinal());
                if (amount > most) {
                    best = kind.ordinal() + 1;
                    most = amount;
                }
            }
        }
        if (best != NO_KIND) {
            t.is(Rule.TOP_UP, m, most, best - 1);
        }
        return best;
    }

    /** Whether a kind fits a member. */
    static boolean fits(Household h, int m, TopUpKind kind, Parameters p) {
        int facts = h.facts(m);
        return switch (kind) {
            case ELDERLY -> h.age(m) >= p.topUpElderlyAge;
            case MINOR -> h.age(m) < p.topUpMinorAge;
            case SEVERELY_DISABLED -> MemberFacts.severe(facts);
            case SERIOUSLY_ILL -> MemberFacts.is(facts, Member.Trait.SERIOUSLY_ILL);
            case PREFERENTIAL -> MemberFacts.is(facts, Member.Trait.PREFERENTIAL);
        };
    }
}
