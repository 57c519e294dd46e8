package org.doudi.server.benefits.files;

import java.time.LocalDate;

/**
 * A file that a bank sent back, as pages show it.
 *
 * @param name as it was called where it came from
 * @param officer who took it in
 */
public record ReturnView(
        long id, long run, String name, ReturnKind kind, LocalDate receivedOn, String officer, ReturnResult result) {
    /** What was booked for one outcome and code. */
    public record CodeSum(ReturnRow.Outcome outcome, String code, long transfers, long fen) {}
}
