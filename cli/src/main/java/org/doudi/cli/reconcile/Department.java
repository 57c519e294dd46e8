package org.doudi.cli.reconcile;

/** The departments that keep the rolls and must act on a gap. */
enum Department {
    CIVIL_AFFAIRS,
    POVERTY_OFFICE,
    DISABLED_FEDERATION
}
