package org.doudi.server.identity;

/** Whether an account can be used. */
public enum AccountState {
    /** Made by the system administrator; the security administrator has not yet given it a role. */
    WAITING,
    ACTIVE,
    LOCKED
}
