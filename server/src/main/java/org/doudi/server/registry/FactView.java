package org.doudi.server.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it lies in the registry.
 *
 * @param content the piece of the household's record, as JSON
 * @param validTo the first day on which it is no longer true, or null
 * @param knownTo from when on we know better, or null
 */
public record FactView(
        long id,
        @Nullable Long person,
        FactKind kind,
        String content,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant knownFrom,
        @Nullable Instant knownTo,
        String source) {}
