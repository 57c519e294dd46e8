package org.doudi.policy;

/** The five asset rules of clause 2.2-2. */
public enum AssetRule {
    /** Deposits, securities and the like. */
    FINANCIAL(Rule.ASSET_FINANCIAL),
    /** Houses. */
    HOUSES(Rule.ASSET_HOUSES),
    /** Cars. */
    CARS(Rule.ASSET_CARS),
    /** Large farm machines. */
    MACHINES(Rule.ASSET_MACHINES),
    /** A registered business. */
    BUSINESS(Rule.ASSET_BUSINESS);

    private final Rule rule;

    AssetRule(Rule rule) {
        this.rule = rule;
    }

    /** The rule that makes the test. */
    public Rule rule() {
        return rule;
    }

    int bit() {
        return 1 << ordinal();
    }
}
