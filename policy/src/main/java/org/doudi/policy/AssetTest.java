package org.doudi.policy;

/** Rule E: what a household may own (clause 2.2-2). Every test is always made; the broken ones come back as bits. */
final class AssetTest {
    private static final long MONTHS = 12;

    private AssetTest() {}

    /** One bit an asset rule that is broken, by {@link AssetRule#ordinal()}; 0 when none is. */
    static int broken(Household h, Parameters p, Trace t) {
        int broken = (financial(h, p, t) ? 0 : AssetRule.FINANCIAL.bit())
                | (houses(h, p, t) ? 0 : AssetRule.HOUSES.bit())
                | (cars(h, p, t) ? 0 : AssetRule.CARS.bit())
                | (machines(h, p, t) ? 0 : AssetRule.MACHINES.bit())
                | (business(h, t) ? 0 : AssetRule.BUSINESS.bit());
        t.is(Rule.ASSETS, Trace.HOUSEHOLD, broken == 0);
        return broken;
    }

    /** Financial assets ÷ all members ≤ months × standard ÷ 12, with nothing divided. */
    static boolean financial(Household h, Parameters p, Trace t) {
        long limit = Math.multiplyExact(Math.multiplyExact(p.financialMonths, p.dibaoStandard), (long) h.size());
        boolean within = Math.multiplyExact(h.financialFen(), MONTHS) <= limit;
        return t.is(
                Rule.ASSET_FINANCIAL,
                Trace.HOUSEHOLD,
                within,
                h.financialFen(),
                h.size(),
                p.financialMonths,
                p.dibaoStandard);
    }

    /** No more houses than allowed. */
    static boolean houses(Household h, Parameters p, Trace t) {
        return t.is(Rule.ASSET_HOUSES, Trace.HOUSEHOLD, h.houses() <= p.houses, h.houses(), p.houses);
    }

    /** No more cars than allowed. */
    static boolean cars(Household h, Parameters p, Trace t) {
        return t.is(Rule.ASSET_CARS, Trace.HOUSEHOLD, h.cars() <= p.cars, h.cars(), p.cars);
    }

    /** No more machines than allowed. */
    static boolean machines(Household h, Parameters p, Trace t) {
        return t.is(Rule.ASSET_MACHINES, Trace.HOUSEHOLD, h.machines() <= p.machines, h.machines(), p.machines);
    }

    /** No registered business. */
    static boolean business(Household h, Trace t) {
        return t.is(Rule.ASSET_BUSINESS, Trace.HOUSEHOLD, !Status.business(h.status()));
    }
}
