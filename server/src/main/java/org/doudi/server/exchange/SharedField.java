package org.doudi.server.exchange;

/** What a row of a list can say, by agreement. */
public enum SharedField {
    HOUSEHOLD_NUMBER,
    NAME,
    ID_NUMBER,
    MASKED_ID_NUMBER,
    VILLAGE,
    MEMBERS,
    SINCE,
    MONTHLY_YUAN,
    /** The main cause of poverty. */
    CAUSE,
    LIFTED_ON,
    THROUGH_PROGRAMME,
    /** Counted as the register counts it, by the rules in force on the list's day. */
    INCOME_PER_HEAD_YUAN,
    DISABILITY_CATEGORY,
    DISABILITY_LEVEL,
    ON_ROLLS
}
