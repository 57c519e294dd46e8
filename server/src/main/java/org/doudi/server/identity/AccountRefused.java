package org.doudi.server.identity;

/** An account could not be made or changed as asked. */
public final class AccountRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Cause {
        USERNAME_TAKEN,
        USERNAME_FORM,
        NAME_FORM,
        NOT_FIRST,
        UNKNOWN,
        OWN_ACCOUNT,
        ROLE_NOT_GIVEN,
        TOKEN_ROLE,
        TOKEN_FORM,
        SYSTEM_FORM,
        SYSTEM_CERTIFICATE
    }

    private final Cause why;

    public AccountRefused(Cause why) {
        super("account refused: " + why);
        this.why = why;
    }

    /** Why. */
    public Cause why() {
        return why;
    }
}
