package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.Map;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A visit at home that somebody makes for the office.
 *
 * @param filledOn the day the record was filled in, or null before that
 * @param content what was typed; empty before that
 */
public record Visit(
        long visitor,
        String visitorName,
        Role visitorRole,
        LocalDate askedOn,
        @Nullable LocalDate filledOn,
        Map<String, String> content) {
    /** Whether the record was filled in. */
    public boolean isFilled() {
        return filledOn != null;
    }
}
