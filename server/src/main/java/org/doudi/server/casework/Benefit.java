package org.doudi.server.casework;

import org.doudi.server.registry.Roll;
import org.jspecify.annotations.Nullable;

/** What one case may bring (clauses 2.1-1 to 2.1-7): every aid goes through the one door. */
public enum Benefit {
    DIBAO(Roll.DIBAO, Pay.MONTHLY),
    REGISTER(Roll.REGISTER, Pay.NONE),
    TEKUN(Roll.TEKUN, Pay.MONTHLY),
    LIVING_ALLOWANCE(Roll.LIVING_ALLOWANCE, Pay.MONTHLY),
    CARE_ALLOWANCE(Roll.CARE_ALLOWANCE, Pay.MONTHLY),
    PREMIUM_SUBSIDY(null, Pay.ONCE),
    MEDICAL_AID(null, Pay.ONCE),
    TEMPORARY_AID(null, Pay.ONCE);

    /** How an amount that the decision names is paid. */
    public enum Pay {
        MONTHLY,
        ONCE,
        /** The decision names no amount. */
        NONE
    }

    private final @Nullable Roll roll;
    private final Pay pay;

    Benefit(@Nullable Roll roll, Pay pay) {
        this.roll = roll;
        this.pay = pay;
    }

    /** The roll that who gets it is on, or null where there is none. */
    public @Nullable Roll roll() {
        return roll;
    }

    /** How it is paid. */
    public Pay pay() {
        return pay;
    }
}
