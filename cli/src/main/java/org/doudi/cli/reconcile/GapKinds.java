package org.doudi.cli.reconcile;

import java.util.EnumSet;
import java.util.Set;
import org.doudi.policy.Clause;
import org.doudi.policy.Gap.Kind;

/** What each kind of gap rests on: the lists, the clause, the department that must act. */
final class GapKinds {
    private GapKinds() {}

    /** The lists that must be there before such a gap can be claimed. */
    static Set<Roll> rolls(Kind kind) {
        return switch (kind) {
            case MISSING_FROM_DIBAO, DUE_TO_LEAVE_DIBAO -> EnumSet.of(Roll.DIBAO);
            case MISSING_FROM_REGISTER, FALLEN_BACK, DUE_TO_LEAVE_REGISTER -> EnumSet.of(Roll.REGISTER, Roll.LIFTED);
            case MISSING_FROM_TEKUN, DUE_TO_LEAVE_TEKUN -> EnumSet.of(Roll.TEKUN);
            case MISSING_LIVING_ALLOWANCE,
                    DUE_TO_LEAVE_LIVING_ALLOWANCE,
                    MISSING_CARE_ALLOWANCE,
                    DUE_TO_LEAVE_CARE_ALLOWANCE -> EnumSet.of(Roll.ALLOWANCES);
        };
    }

    static Clause clause(Kind kind) {
        return switch (kind) {
            case MISSING_FROM_DIBAO -> Clause.COVER_BY_DIBAO;
            case MISSING_FROM_REGISTER -> Clause.COVER_THE_POOR;
            case FALLEN_BACK -> Clause.FALLING_BACK;
            case DUE_TO_LEAVE_DIBAO, DUE_TO_LEAVE_REGISTER, DUE_TO_LEAVE_TEKUN -> Clause.ENTRY_AND_EXIT;
            case MISSING_FROM_TEKUN -> Clause.BEYOND_THE_REGISTER;
            case MISSING_LIVING_ALLOWANCE,
                    DUE_TO_LEAVE_LIVING_ALLOWANCE,
                    MISSING_CARE_ALLOWANCE,
                    DUE_TO_LEAVE_CARE_ALLOWANCE -> Clause.DISABILITY_ALLOWANCES;
        };
    }

    static Department department(Kind kind) {
        return switch (kind) {
            case MISSING_FROM_DIBAO, DUE_TO_LEAVE_DIBAO, MISSING_FROM_TEKUN, DUE_TO_LEAVE_TEKUN ->
                Department.CIVIL_AFFAIRS;
            case MISSING_FROM_REGISTER, FALLEN_BACK, DUE_TO_LEAVE_REGISTER -> Department.POVERTY_OFFICE;
            case MISSING_LIVING_ALLOWANCE,
                    DUE_TO_LEAVE_LIVING_ALLOWANCE,
                    MISSING_CARE_ALLOWANCE,
                    DUE_TO_LEAVE_CARE_ALLOWANCE -> Department.DISABLED_FEDERATION;
        };
    }
}
