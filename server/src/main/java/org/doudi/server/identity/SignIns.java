package org.doudi.server.identity;

import java.util.Optional;

/** The door: password, second factor, lock-out, and what a person does at the first sign-in. */
public interface SignIns {
    /** How far somebody was let in. */
    enum Stage {
        COMPLETE,
        /** With a one-time password: only to choose an own one and to enrol the second factor. */
        FIRST_STEPS
    }

    /** Who was let in, and how far. */
    record Admitted(Officer officer, Stage stage) {}

    /**
     * Tries to let somebody in. Nothing tells why it failed.
     *
     * @param from the address it comes from
     */
    Optional<Admitted> attempt(String username, String password, String code, String from);

    /**
     * Lets somebody in for whom the city's own identity system answers, with both factors.
     *
     * @param from the address it comes from
     */
    Optional<Admitted> vouched(String username, String from);

    /** The second factor's secret to enrol, the same until it is confirmed. */
    String secretToEnrol(OfficerId id);

    /** Ends the first steps: an own password, and a code that shows the second factor is enrolled. */
    Optional<PasswordFault> finishFirstSteps(OfficerId id, String password, String code);

    /** Changes one's own password. */
    Optional<PasswordFault> changePassword(OfficerId id, String old, String password);

    /** Notes that somebody left. */
    void left(Officer officer);
}
