package org.doudi.server.benefits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Awarded, but not to be paid now.
 *
 * @param from the first month that is held, as its first day
 * @param reason the code of {@link HoldReason}
 * @param words what the officer wrote
 * @param liftedOn the day it ended, or null while it lasts
 */
public record Hold(
        long id,
        LocalDate from,
        String reason,
        String words,
        LocalDate madeOn,
        @Nullable LocalDate liftedOn) {}
