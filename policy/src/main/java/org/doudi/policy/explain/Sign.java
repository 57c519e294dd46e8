package org.doudi.policy.explain;

/** The sign before a sentence: a test that was met or not, a figure that is added, taken away, or left out, a result. */
public enum Sign {
    /** A test that was met. */
    MET('✓'),
    /** A test that was not met. */
    NOT_MET('✗'),
    /** Something that is added. */
    PLUS('+'),
    /** Something that is taken away. */
    MINUS('−'),
    /** A figure or a result. */
    EQUALS('='),
    /** Something that is left out. */
    LEFT_OUT('∅'),
    /** Something for a person to look at. */
    LOOK('?');

    private final char character;

    Sign(char character) {
        this.character = character;
    }

    /** The sign itself. */
    public char character() {
        return character;
    }

    /** The sign of a node. */
    public static Sign of(Node node) {
        return switch (node.rule()) {
            case TEKUN_CAPACITY,
                    TEKUN_SOURCE,
                    TEKUN_SUPPORTER,
                    CONSENT,
                    DIBAO_INCOME,
                    ASSETS,
                    ASSET_FINANCIAL,
                    ASSET_HOUSES,
                    ASSET_CARS,
                    ASSET_MACHINES,
                    ASSET_BUSINESS,
                    GRADUAL_EXIT,
                    GRADUAL_ON_ROLL,
                    GRADUAL_LIFTED,
                    GRADUAL_PERIOD,
                    REGISTER_INCOME_TEST,
                    GUARANTEES,
                    MEDICAL_CIRCLE,
                    MEDICAL_CATASTROPHIC,
                    MEDICAL_MAJOR,
                    MEDICAL_ORDINARY,
                    PREMIUM_SUBSIDY,
                    LIVING_ALLOWANCE,
                    CARE_ALLOWANCE -> node.step().yes() ? MET : NOT_MET;
            case INCOME_ENTRY, BASIC_PENSION_ENTRY, REGISTER_ENTRY ->
                node.step().input(1) == 0 ? LEFT_OUT : PLUS;
            case MEMBER_INCOME -> node.step().input(0) == 0 ? PLUS : LEFT_OUT;
            case COUNTED_INCOME, TOP_UP, TOP_UP_KIND, MEDICAL_BURDEN -> PLUS;
            case EMPLOYMENT_COST, JOB_COST, RIGID_SPENDING, RIGID_ITEM -> MINUS;
            case GAP_HOUSEHOLD, GAP_MEMBER -> LOOK;
            case TEKUN, DIBAO, NET_INCOME, DIBAO_BASE, DIBAO_MONTHLY, REGISTER, REGISTER_INCOME, MEDICAL -> EQUALS;
        };
    }
}
