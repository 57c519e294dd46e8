package org.doudi.policy;

/** Rule A: who is a tekun person (clauses 1.2-2 and 2.1-4, with the ministry's rule of 2016). */
final class Tekun {
    private Tekun() {}

    /** Capacity, source of living and supporter are all lacking. All three are always looked at. */
    static boolean tekun(Household h, int m, long ownIncome, int brokenAssets, Parameters p, Trace t) {
        boolean capacity = noCapacity(h, m, p, t);
        boolean source = noSource(m, ownIncome, brokenAssets, p, t);
        boolean supporter = noSupporter(h, m, t);
        return t.is(Rule.TEKUN, m, capacity && source && supporter);
    }

    /** Old, a minor, unable to work, or severely disabled in mind or limbs. */
    static boolean noCapacity(Household h, int m, Parameters p, Trace t) {
        int age = h.age(m);
        int facts = h.facts(m);
        boolean value = age >= p.tekunElderlyAge
                || age < p.tekunMinorAge
                || MemberFacts.labour(facts) == Labour.NONE.ordinal()
                || takesCapacity(facts);
        return t.is(
                Rule.TEKUN_CAPACITY,
                m,
                value,
                age,
                MemberFacts.labour(facts),
                MemberFacts.categoryCode(facts),
                MemberFacts.level(facts));
    }

    /** INTELLECTUAL or MENTAL at level 1 or 2, LIMB at level 1. */
    static boolean takesCapacity(int facts) {
        DisabilityCategory category = MemberFacts.category(facts);
        if (category == null) {
            return false;
        }
        return switch (category) {
            case INTELLECTUAL, MENTAL -> MemberFacts.severe(facts);
            case LIMB -> MemberFacts.level(facts) == 1;
            case VISUAL, HEARING, SPEECH, MULTIPLE -> false;
        };
    }

    /** Own counted income below the standard and no asset rule broken. */
    static boolean noSource(int m, long ownIncome, int brokenAssets, Parameters p, Trace t) {
        return t.is(
                Rule.TEKUN_SOURCE,
                m,
                ownIncome < p.dibaoStandard && brokenAssets == 0,
                ownIncome,
                p.dibaoStandard,
                brokenAssets);
    }

    /** No legal supporter, or none who is able. */
    static boolean noSupporter(Household h, int m, Trace t) {
        int supporter = MemberFacts.supporter(h.facts(m));
        return t.is(Rule.TEKUN_SUPPORTER, m, supporter != Supporter.ABLE.ordinal(), supporter);
    }
}
