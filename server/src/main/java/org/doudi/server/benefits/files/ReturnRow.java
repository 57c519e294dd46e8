package org.doudi.server.benefits.files;

import org.jspecify.annotations.Nullable;

/**
 * What a bank says of one transfer.
 *
 * @param nth its place among the file's rows, from 1
 * @param code why it was rejected or came back; empty where it was not
 * @param fen the amount, where the file names one
 * @param place where in the file
 */
public record ReturnRow(
        int nth,
        String reference,
        Outcome outcome,
        String code,
        @Nullable Long fen,
        String place) {
    /** What became of a transfer, as a bank tells it. */
    public enum Outcome {
        PAID,
        REJECTED,
        /** Paid, and come back. */
        REVERSED,
        /** Under way. */
        OPEN,
        /** The bank's word for it is none that is known here. */
        UNKNOWN
    }
}
