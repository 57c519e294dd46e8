package org.doudi.server.benefits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A county's payment for one month.
 *
 * @param county the county's code, 6 digits
 * @param month its first day
 * @param frozenAt the moment whose knowledge counts
 * @param dueOn the last day to pay on time
 * @param fileHash SM3 of the bank file since it was released, else null
 */
public record Run(
        long id,
        String county,
        Kind kind,
        LocalDate month,
        State state,
        Instant frozenAt,
        LocalDate dueOn,
        long madeBy,
        @Nullable Long checkedBy,
        @Nullable Long releasedBy,
        @Nullable LocalDate releasedOn,
        @Nullable String fileHash,
        int version) {
    /** What a run pays. */
    public enum Kind {
        MONTHLY,
        PRICE_SUBSIDY
    }

    /** How far it is. */
    public enum State {
        /** Computed; differences wait to be looked at. */
        COMPUTED,
        /** A second person looked at it. */
        CHECKED,
        /** The money is set aside in the pool. */
        FUNDED,
        /** A third person, of finance, let it go; the file is sealed. */
        RELEASED,
        /** Every transfer has its end. */
        RECONCILED,
        CLOSED,
        /** Given up before money was set aside. */
        CANCELLED
    }
}
