package org.doudi.server.reverification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit as a form sends it, maybe hours after it was filled in.
 *
 * @param seen what the form was made from
 * @param change what changed; none if nothing did
 * @param evidence what was seen and shown
 */
public record VisitSent(
        Seen seen, LocalDate on, Finding finding, @Nullable ChangedFact change, String evidence) {
    /**
     * What a form was made from.
     *
     * @param key made with the form: sent twice it is one visit
     * @param version of the look
     * @param stamp what was known of the household
     */
    public record Seen(String key, int version, String stamp) {
        private static final String KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

        /** Whether the key is one. */
        boolean sound() {
            return key.matches(KEY);
        }
    }
}
