package org.doudi.server.identity;

/** The departments that clause 3.2-1 gives a duty, and the offices that work for them. */
public enum Department {
    CIVIL_AFFAIRS,
    POVERTY_OFFICE,
    DISABLED_FEDERATION,
    FINANCE,
    STATISTICS,
    RURAL_WORK,
    TOWNSHIP,
    VILLAGE,
    CITY,
    OUTSIDE,
    ADMINISTRATION
}
