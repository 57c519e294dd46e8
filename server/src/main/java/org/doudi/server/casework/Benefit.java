package org.doudi.server.casework;

/** What one case may bring (clauses 2.1-1 to 2.1-7): every aid goes through the one door. */
public enum Benefit {
    DIBAO,
    REGISTER,
    TEKUN,
    LIVING_ALLOWANCE,
    CARE_ALLOWANCE,
    PREMIUM_SUBSIDY,
    MEDICAL_AID,
    TEMPORARY_AID
}
