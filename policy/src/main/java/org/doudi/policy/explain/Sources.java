package org.doudi.policy.explain;

import java.util.List;
import org.doudi.policy.JobMode;
import org.doudi.policy.Parameter;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.TopUpKind;

/** Which parameters a step read. */
public final class Sources {
    private static final List<Parameter> NONE = List.of();
    private static final List<Parameter> TEKUN_AGES = List.of(Parameter.TEKUN_ELDERLY_AGE, Parameter.TEKUN_MINOR_AGE);
    private static final List<Parameter> STANDARD = List.of(Parameter.DIBAO_STANDARD);
    private static final List<Parameter> LINE = List.of(Parameter.POVERTY_LINE);
    private static final List<Parameter> PENSION = List.of(Parameter.BASIC_PENSION_EXCLUDED);
    private static final List<Parameter> RIGID = List.of(Parameter.RIGID_SPENDING_APPLIES);
    private static final List<Parameter> FINANCIAL = List.of(Parameter.ASSET_FINANCIAL_MONTHS);
    private static final List<Parameter> HOUSES = List.of(Parameter.ASSET_HOUSES);
    private static final List<Parameter> CARS = List.of(Parameter.ASSET_CARS);
    private static final List<Parameter> MACHINES = List.of(Parameter.ASSET_MACHINES);
    private static final List<Parameter> EXIT = List.of(Parameter.GRADUAL_EXIT_MONTHS);
    private static final List<Parameter> LONGER_EXIT =
            List.of(Parameter.GRADUAL_EXIT_MONTHS, Parameter.GRADUAL_EXIT_BEDRIDDEN_MONTHS);
    private static final List<Parameter> LIVING = List.of(Parameter.DISABILITY_LIVING);
    private static final List<Parameter> CARE = List.of(Parameter.DISABILITY_CARE);
    private static final List<Parameter> CATASTROPHIC = List.of(Parameter.MEDICAL_CATASTROPHIC_SHARE);
    private static final List<Parameter> MAJOR = List.of(Parameter.MEDICAL_MAJOR_ILLNESS);
    private static final List<Parameter> ORDINARY = List.of(Parameter.MEDICAL_AID);
    private static final JobMode[] MODES = JobMode.values();
    private static final SpendingItem[] ITEMS = SpendingItem.values();
    private static final TopUpKind[] KINDS = TopUpKind.values();

    private Sources() {}

    /** The parameters, in the order in which the sentence names them. */
    public static List<Parameter> of(Node node) {
        return switch (node.rule()) {
            case TEKUN_CAPACITY -> TEKUN_AGES;
            case TEKUN_SOURCE, DIBAO_INCOME -> STANDARD;
            case REGISTER_INCOME_TEST -> LINE;
            case BASIC_PENSION_ENTRY -> PENSION;
            case JOB_COST -> jobCost(MODES[(int) node.step().input(2)]);
            case RIGID_SPENDING -> RIGID;
            case RIGID_ITEM -> rigid(ITEMS[(int) node.step().input(0)]);
            case ASSET_FINANCIAL -> FINANCIAL;
            case ASSET_HOUSES -> HOUSES;
            case ASSET_CARS -> CARS;
            case ASSET_MACHINES -> MACHINES;
            case GRADUAL_PERIOD -> node.step().input(2) > 0 ? LONGER_EXIT : EXIT;
            case TOP_UP_KIND -> topUp(KINDS[(int) node.step().input(0)]);
            case LIVING_ALLOWANCE -> node.step().yes() ? LIVING : NONE;
            case CARE_ALLOWANCE -> node.step().yes() ? CARE : NONE;
            case MEDICAL_CATASTROPHIC -> CATASTROPHIC;
            case MEDICAL_MAJOR -> MAJOR;
            case MEDICAL_ORDINARY -> ORDINARY;
            default -> NONE;
        };
    }

    private static List<Parameter> jobCost(JobMode mode) {
        return switch (mode) {
            case TOWNSHIP -> List.of(Parameter.EMPLOYMENT_COST_TOWNSHIP);
            case COUNTY -> List.of(Parameter.EMPLOYMENT_COST_COUNTY);
            case OUTSIDE -> List.of(Parameter.EMPLOYMENT_COST_OUTSIDE);
        };
    }

    private static List<Parameter> rigid(SpendingItem item) {
        return switch (item) {
            case MEDICAL_SELF_PAID -> List.of(Parameter.RIGID_CAP_MEDICAL, Parameter.RIGID_RATE_MEDICAL);
            case DISABILITY_CARE -> List.of(Parameter.RIGID_CAP_CARE, Parameter.RIGID_RATE_CARE);
            case REHABILITATION -> List.of(Parameter.RIGID_CAP_REHABILITATION, Parameter.RIGID_RATE_REHABILITATION);
            case EDUCATION -> NONE;
        };
    }

    private static List<Parameter> topUp(TopUpKind kind) {
        return switch (kind) {
            case ELDERLY -> List.of(Parameter.TOP_UP_ELDERLY, Parameter.TOP_UP_ELDERLY_AGE);
            case MINOR -> List.of(Parameter.TOP_UP_MINOR, Parameter.TOP_UP_MINOR_AGE);
            case SEVERELY_DISABLED -> List.of(Parameter.TOP_UP_SEVERELY_DISABLED);
            case SERIOUSLY_ILL -> List.of(Parameter.TOP_UP_SERIOUSLY_ILL);
            case PREFERENTIAL -> List.of(Parameter.TOP_UP_PREFERENTIAL);
        };
    }
}
