package org.doudi.server.benefits.files;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What stands above the transfers.
 *
 * @param message by which the bank answers for the file
 * @param dueOn the day on which the money is to arrive
 * @param madeAt the moment that stands in the file, to the second
 */
public record FileHead(String message, LocalDate dueOn, Instant madeAt, Payer payer, long transfers, long fen) {}
