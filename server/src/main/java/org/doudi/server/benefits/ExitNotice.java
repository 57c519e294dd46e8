package org.doudi.server.benefits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a family that its dibao ends by itself (clause 2.2-7).
 *
 * @param fen what it gets a month until then
 * @param endsOn the first of the first month without
 * @param announcedOn the day on which the notice was made
 * @param deliveredOn the day on which the family got it, or null while the township has to see to it
 * @param receivedBy who of the family got it, or null
 */
public record ExitNotice(
        long id,
        long household,
        String number,
        String head,
        long fen,
        LocalDate endsOn,
        LocalDate announcedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable Way way,
        @Nullable String receivedBy) {
    /** How a family was told. */
    public enum Way {
        IN_PERSON,
        BY_POST,
        BY_PHONE
    }
}
