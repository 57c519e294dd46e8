package org.doudi.server.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A household changed; told inside the transaction of the change.
 *
 * @param household the household
 * @param other the new household of a split, the ended one of a merger; else null
 * @param person who came or died; else null
 */
public record HouseholdChanged(
        ChangeKind kind,
        long household,
        @Nullable Long other,
        @Nullable Long person,
        LocalDate on) {}
