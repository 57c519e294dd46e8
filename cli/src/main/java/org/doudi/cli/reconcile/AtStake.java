package org.doudi.cli.reconcile;

import org.doudi.policy.Assessment;
import org.doudi.policy.Gap;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Rolls;

/** What a gap moves a month: money that is not paid and should be, or is paid and should not. */
final class AtStake {
    private AtStake() {}

    /** The amount in fen; −1 where no parameter tells it. */
    static long monthlyFen(Gap gap, Assessment assessment) {
        return switch (gap.kind()) {
            case MISSING_FROM_DIBAO -> assessment.monthlyFen();
            case DUE_TO_LEAVE_DIBAO -> {
                Rolls.DibaoEntry entry = assessment.household().rolls().dibao();
                yield entry == null ? -1 : entry.monthlyFen();
            }
            case MISSING_LIVING_ALLOWANCE, DUE_TO_LEAVE_LIVING_ALLOWANCE ->
                parameter(assessment, Parameter.DISABILITY_LIVING);
            case MISSING_CARE_ALLOWANCE, DUE_TO_LEAVE_CARE_ALLOWANCE ->
                parameter(assessment, Parameter.DISABILITY_CARE);
            case MISSING_FROM_REGISTER, FALLEN_BACK, DUE_TO_LEAVE_REGISTER, MISSING_FROM_TEKUN, DUE_TO_LEAVE_TEKUN ->
                -1;
        };
    }

    private static long parameter(Assessment assessment, Parameter parameter) {
        ParameterValue value = assessment.parameters().value(parameter);
        return value == null ? -1 : value.value();
    }
}
