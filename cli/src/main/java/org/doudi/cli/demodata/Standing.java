package org.doudi.cli.demodata;

/**
 * How a household stands, decided before anything else about it: its income, property and guarantees are then drawn so that the
 * rules must come to this result with room to spare. That is how the generator knows the truth without asking the rules.
 */
enum Standing {
    /** Old, disabled or orphaned, with nobody to support them. */
    TEKUN(200),
    /** Below the standard and poor. */
    POOR_ON_BOTH(430),
    /** Below the standard, not poor. */
    DIBAO_ONLY(230),
    /** Above the standard, but a guarantee is lacking. */
    REGISTER_ONLY(250),
    /** Lifted out, and doing well. */
    LIFTED(270),
    /** Lifted out lately, still on dibao for a while. */
    GRADUAL_EXIT(70),
    /** Lifted out, and poor again. */
    FALLEN_BACK(18),
    /** Little income, but a car, a second house, savings or a business. */
    HIDDEN_ASSETS(30),
    /** Income above the standard, eaten by illness: eligible where the pilot counts rigid spending, nowhere else. */
    HEAVY_SPENDING(60),
    /** Does not agree to the economic check. */
    REFUSED(10),
    /** Everybody else. */
    ORDINARY(8432);

    /** Of ten thousand households. */
    final int share;

    Standing(int share) {
        this.share = share;
    }

    private static final Standing[] ALL = values();
    private static final int[] SHARES = shares();

    static Standing draw(Dice dice) {
        return ALL[dice.weighted(SHARES)];
    }

    private static int[] shares() {
        int[] shares = new int[ALL.length];
        for (Standing standing : ALL) {
            shares[standing.ordinal()] = standing.share;
        }
        return shares;
    }
}
