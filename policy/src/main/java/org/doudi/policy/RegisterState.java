package org.doudi.policy;

/** The state of an entry on the poverty register. */
public enum RegisterState {
    /** Poor. */
    POOR,
    /** Lifted out of poverty. */
    LIFTED
}
