package org.doudi.server.reverification;

/**
 * The plan of a township or village in figures.
 *
 * @param planned looks that are to be made
 * @param soon of these, due within 30 days
 * @param overdue of these, past their day
 * @param unassigned of these, with nobody asked to visit
 * @param toConfirm visits made that wait for a person
 * @param held payments that are stopped
 * @param done looks that ended within the last twelve months
 */
public record PlanLine(
        String place,
        String name,
        long planned,
        long soon,
        long overdue,
        long unassigned,
        long toConfirm,
        long held,
        long done) {
    /** How it stands, as a word and a colour. */
    public String light() {
        if (overdue > 0 || held > 0) {
            return "bad";
        }
        return soon > 0 || toConfirm > 0 ? "warn" : "ok";
    }
}
