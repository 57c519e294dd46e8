package org.doudi.server.registry;

/** The rolls; the first two list households, the others persons. */
public enum Roll {
    DIBAO,
    REGISTER,
    TEKUN,
    LIVING_ALLOWANCE,
    CARE_ALLOWANCE,
    DISABILITY,
    PREFERENTIAL;

    /** Whether its entries are households and not persons. */
    public boolean listsHouseholds() {
        return this == DIBAO || this == REGISTER;
    }
}
