package org.doudi.server.identity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account as the administrators see it. */
public record Account(
        OfficerId id,
        String username,
        String name,
        @Nullable Role role,
        @Nullable Area area,
        AccountState state,
        @Nullable Instant lastSignInAt,
        @Nullable String lastSignInFrom) {
    /** The person behind it, once a role was given. */
    public Optional<Officer> officer() {
        return role == null || area == null
                ? Optional.empty()
                : Optional.of(new Officer(id, username, name, role, area));
    }
}
