package org.doudi.server.benefits.files;

/**
 * What a return came to.
 *
 * @param standing whether it was booked now or had been before
 * @param paid transfers that it ended as paid
 * @param confirmed rows that say what was known
 * @param open rows of transfers that are under way
 * @param errors rows that nothing was booked for
 */
public record ReturnResult(
        long file, Standing standing, long paid, long rejected, long reversed, long confirmed, long open, long errors) {
    /** Whether a file is new. */
    public enum Standing {
        BOOKED,
        /** The very same bytes came before; nothing was booked. */
        KNOWN
    }

    /** Why nothing was booked for a row. */
    public enum RowFault {
        UNKNOWN_STATUS,
        UNKNOWN_REFERENCE,
        OTHER_RUN,
        OTHER_AMOUNT,
        /** It says the contrary of another row, or of what is known. */
        CONTRADICTING,
        DOUBLED,
        /** Rejected, and no reason given. */
        NO_CODE
    }

    /**
     * A row that nothing was booked for.
     *
     * @param place where in the file
     */
    public record Fault(int nth, String reference, ReturnRow.Outcome outcome, String place, RowFault why) {}
}
