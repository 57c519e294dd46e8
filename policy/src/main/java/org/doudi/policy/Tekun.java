package org.doudi.policy;

/** Rule A: who is a tekun person (clauses 1.2-2 and 2.1-4, with the ministry's rule of 2016). */
final class Tekun {
    private static final int INTELLECTUAL = DisabilityCategory.INTELLECTUAL.ordinal();
    private static final int MENTAL = DisabilityCategory.MENTAL.ordinal();
    private static final int LIMB = DisabilityCategory.LIMB.ordinal();

    private Tekun() {}

    /** The dibao standard of a month by the share that tekun people get, rounded up once. */
    static long monthlyFen(Parameters p, Household h) {
        long share = p.needed(Parameter.TEKUN_TIMES, h);
        return Parameters.ceilToYuan(Math.multiplyExact(p.dibaoStandard, share), 12 * Parameters.WHOLE);
    }

    /** Capacity, source of living and supporter are all lacking. A trace notes all three. */
    static boolean tekun(Household h, int m, long ownIncome, int brokenAssets, Parameters p, Trace t) {
        if (!t.isOn()) {
            // whoever has a supporter, as most do, need not be looked at further
            return noSupporter(h, m, t) && noSource(m, ownIncome, brokenAssets, p, t) && noCapacity(h, m, p, t);
        }
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
        int category = MemberFacts.categoryCode(facts);
        return (category == INTELLECTUAL || category == MENTAL)
                ? MemberFacts.severe(facts)
                : category == LIMB && MemberFacts.level(facts) == 1;
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
