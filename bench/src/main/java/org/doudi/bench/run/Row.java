package org.doudi.bench.run;

/**
 * One line of the table.
 *
 * @param ratio Doudi's figure over the peer's or the like, ready to read; empty without one
 * @param goal what was aimed at; empty for a line that only informs
 */
public record Row(String measure, String doudi, String peer, String ratio, String goal, Verdict verdict) {
    /** Whether a goal was reached. */
    public enum Verdict {
        MET,
        MISSED,
        NO_GOAL,
        NOT_MEASURED
    }
}
