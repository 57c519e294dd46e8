package org.doudi.server.identity;

/**
 * An account was made or changed; told inside the transaction of the change.
 *
 * @param id whose
 * @param change what was done
 * @param detail the new role and area, or an empty text
 */
public record AccountChanged(OfficerId id, Change change, String detail) {
    /** What was done. */
    public enum Change {
        MADE,
        ASSIGNED,
        LOCKED,
        UNLOCKED,
        RESET,
        PASSWORD_CHANGED,
        TOKEN_ISSUED,
        TOKEN_REVOKED,
        SYSTEM_REGISTERED,
        SYSTEM_ENDED
    }
}
