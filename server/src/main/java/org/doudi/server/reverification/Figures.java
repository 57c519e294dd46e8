package org.doudi.server.reverification;

/**
 * Re-verification of a division in figures, without people.
 *
 * @param planned looks that are to be made now
 * @param overdue of these, past their day
 * @param held payments that are stopped
 * @param due looks whose day lay within the last twelve months
 * @param inTime of these, ended by their day
 * @param late of these, ended after it
 * @param ways how the looks that ended within twelve months ended
 */
public record Figures(
        String place, long planned, long overdue, long held, long due, long inTime, long late, Ways ways) {
    /**
     * By which way.
     *
     * @param visited visits that were made
     * @param drawn households that a sample drew
     */
    public record Ways(long machine, long confirmed, long cases, long offRoll, long visited, long drawn) {}

    /** Looks whose day went by and that were not made. */
    public long missed() {
        return due - inTime - late;
    }

    /** How it stands, as a colour with a word. */
    public String light() {
        return missed() > 0 || overdue > 0 ? "bad" : late > 0 ? "warn" : "ok";
    }
}
