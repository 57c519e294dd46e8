package org.doudi.server.casework;

import java.time.LocalDate;

/**
 * A decided case was opened again, so what followed from the decision is withdrawn; told inside the same transaction.
 *
 * @param decidedOn the day of the decision that is withdrawn
 * @param from the first day for which that decision held
 */
public record DecisionWithdrawn(
        String number, long household, String village, LocalDate decidedOn, LocalDate from, LocalDate withdrawnOn) {}
