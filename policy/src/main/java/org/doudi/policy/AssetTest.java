package org.doudi.policy;

/** Rule E: what a household may own (clause 2.2-2). Every test is always made; the broken ones come back as bits. */
final class AssetTest {
    private static final long MONTHS = 12;

    private AssetTest() {}

    /** One bit an asset rule that is broken, by {@link AssetRule#ordinal()}; 0 when none is. */
    static int broken(Household h, Parameters p, Trace t) {
        Assets a = h.assets();
        int broken = (financial(a, h.size(), p, t) ? 0 : AssetRule.FINANCIAL.bit())
                | (houses(a, p, t) ? 0 : AssetRule.HOUSES.bit())
                | (cars(a, p, t) ? 0 : AssetRule.CARS.bit())
                | (machines(a, p, t) ? 0 : AssetRule.MACHINES.bit())
                | (business(a, t) ? 0 : AssetRule.BUSINESS.bit());
        t.is(Rule.ASSETS, Trace.HOUSEHOLD, broken == 0);
        return broken;
    }

    /** Financial assets ÷ all members ≤ months × standard ÷ 12, with nothing divided. */
    static boolean financial(Assets a, int members, Parameters p, Trace t) {
        long limit = Math.multiplyExact(Math.multiplyExact(p.financialMonths, p.dibaoStandard), (long) members);
        boolean within = Math.multiplyExact(a.financialFen(), MONTHS) <= limit;
        return t.is(
                Rule.ASSET_FINANCIAL,
                Trace.HOUSEHOLD,
                within,
                a.financialFen(),
                members,
                p.financialMonths,
                p.dibaoStandard);
    }

    /** No more houses than allowed. */
    static boolean houses(Assets a, Parameters p, Trace t) {
        return t.is(Rule.ASSET_HOUSES, Trace.HOUSEHOLD, a.houses() <= p.houses, a.houses(), p.houses);
    }

    /** No more cars than allowed. */
    static boolean cars(Assets a, Parameters p, Trace t) {
        return t.is(Rule.ASSET_CARS, Trace.HOUSEHOLD, a.cars() <= p.cars, a.cars(), p.cars);
    }

    /** No more machines than allowed. */
    static boolean machines(Assets a, Parameters p, Trace t) {
        return t.is(Rule.ASSET_MACHINES, Trace.HOUSEHOLD, a.machines() <= p.machines, a.machines(), p.machines);
    }

    /** No registered business. */
    static boolean business(Assets a, Trace t) {
        return t.is(Rule.ASSET_BUSINESS, Trace.HOUSEHOLD, !a.business());
    }
}
