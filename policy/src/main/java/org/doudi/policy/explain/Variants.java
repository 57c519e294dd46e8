package org.doudi.policy.explain;

import org.doudi.policy.Trace;

/** Which of its sentences a step gets: by what it answered, or by the input that makes the difference. */
final class Variants {
    private static final int YES = 1;
    private static final int NO = 0;
    private static final int NOBODY = 2;

    private Variants() {}

    static int of(Trace.Step step) {
        return switch (step.rule()) {
            case TEKUN,
                    TEKUN_CAPACITY,
                    TEKUN_SUPPORTER,
                    CONSENT,
                    ASSETS,
                    ASSET_FINANCIAL,
                    ASSET_HOUSES,
                    ASSET_CARS,
                    ASSET_MACHINES,
                    ASSET_BUSINESS,
                    GRADUAL_EXIT,
                    GRADUAL_ON_ROLL,
                    REGISTER_INCOME_TEST,
                    GUARANTEES,
                    MEDICAL_CIRCLE,
                    MEDICAL_CATASTROPHIC,
                    MEDICAL_MAJOR,
                    MEDICAL_ORDINARY,
                    PREMIUM_SUBSIDY -> (int) step.value();
            case TEKUN_SOURCE -> step.yes() ? YES : step.input(2) != 0 ? NOBODY : NO;
            case DIBAO_INCOME -> step.input(2) == 0 ? NOBODY : (int) step.value();
            case GRADUAL_PERIOD -> (int) step.value() + (step.input(2) > 0 ? 2 : 0);
            case MEMBER_INCOME, EMPLOYMENT_COST, RIGID_SPENDING -> (int) step.input(0);
            case INCOME_ENTRY, BASIC_PENSION_ENTRY, REGISTER_ENTRY -> (int) step.input(1);
            case JOB_COST -> (int) step.input(3);
            case GRADUAL_LIFTED -> (int) step.input(0);
            case DIBAO_BASE -> step.input(0) == 0 ? NO : YES;
            case LIVING_ALLOWANCE -> step.yes() ? YES : step.input(3) != 0 ? 2 : NO;
            case CARE_ALLOWANCE -> step.yes() ? YES : step.input(3) != 0 ? 2 : step.input(2) != 0 ? 3 : NO;
            case DIBAO,
                    NET_INCOME,
                    COUNTED_INCOME,
                    RIGID_ITEM,
                    TOP_UP,
                    TOP_UP_KIND,
                    DIBAO_MONTHLY,
                    REGISTER,
                    REGISTER_INCOME,
                    MEDICAL,
                    MEDICAL_BURDEN,
                    GAP_HOUSEHOLD,
                    GAP_MEMBER -> 0;
        };
    }
}
