package org.doudi.server.benefits;

/** What money is paid for. The pool is one (clause 3.3-1); the ledger tells them apart. */
public enum Aid {
    DIBAO,
    TEKUN,
    LIVING_ALLOWANCE,
    CARE_ALLOWANCE,
    PREMIUM_SUBSIDY,
    PRICE_SUBSIDY,
    MEDICAL_AID,
    TEMPORARY_AID
}
