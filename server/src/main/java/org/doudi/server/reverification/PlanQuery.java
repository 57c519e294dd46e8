package org.doudi.server.reverification;

/** Which looks are shown. */
public record PlanQuery(Show show, String place) {
    /** Which; the message {@code reverification.show.<show>}. */
    public enum Show {
        /** To be made, the first due first. */
        PLANNED,
        OVERDUE,
        /** What I was asked to visit. */
        MINE,
        /** The family is to be told. */
        TO_TELL,
        TO_CONFIRM,
        HELD,
        DONE
    }
}
