package org.doudi.server.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody came in, was turned away, or left.
 *
 * @param outcome which of them
 * @param officer whose account, or null when the user name is nobody's
 */
public record SignInTried(Outcome outcome, @Nullable Officer officer) {
    /** What came of it. */
    public enum Outcome {
        IN,
        FAILED,
        OUT
    }
}
