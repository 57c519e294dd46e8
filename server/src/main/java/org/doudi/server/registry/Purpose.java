package org.doudi.server.registry;

import org.doudi.server.api.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** For what a program reads of a household; no program reads without saying it. */
@Component
public final class Purpose {
    /** How the contract says it. */
    public static final String WORDS =
            "For what it is read, in the words of the office, 2 to 200 signs; it stands in the trail with the reading";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final GivenReasons reasons;

    Purpose(GivenReasons reasons) {
        this.reasons = reasons;
    }

    /** Says it for this request, or refuses. */
    public void say(String words) {
        String purpose = words.strip();
        if (purpose.length() < SHORTEST || purpose.length() > LONGEST) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "purpose", "purpose says for what it is read, in 2 to 200 signs");
        }
        reasons.forRequest(purpose);
    }
}
