package org.doudi.server.benefits;

import java.util.List;

/**
 * What a run adds up to.
 *
 * @param lines how many are paid
 * @param fen what they add up to
 * @param heldLines how many are held
 * @param heldFen what these add up to
 * @param unexplained how many changes wait for a person
 * @param changes by kind of change and reason
 */
public record RunFigures(long lines, long fen, long heldLines, long heldFen, long unexplained, List<Change> changes) {
    /** What a list of runs shows of one. */
    public record Totals(long lines, long fen, long unexplained) {}

    /** How many lines changed in one way for one reason, and by how much. */
    public record Change(String change, String reason, long lines, long fen) {}
}
