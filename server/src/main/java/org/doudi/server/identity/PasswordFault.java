package org.doudi.server.identity;

import java.util.Locale;
import java.util.Optional;

/** What is wrong with the password or the code that a person chose. */
public enum PasswordFault {
    TOO_SHORT,
    TOO_LONG,
    HAS_USERNAME,
    TOO_UNIFORM,
    SAME_AS_BEFORE,
    WRONG_OLD,
    WRONG_CODE;

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int KINDS_OF_SIGNS = 6;

    /** The first fault of a password by itself. */
    public static Optional<PasswordFault> of(String password, String username) {
        if (password.length() < SHORTEST) {
            return Optional.of(TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(TOO_LONG);
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of(HAS_USERNAME);
        }
        if (password.chars().distinct().count() < KINDS_OF_SIGNS) {
            return Optional.of(TOO_UNIFORM);
        }
        return Optional.empty();
    }
}
