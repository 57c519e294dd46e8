package org.doudi.server.benefits.web;

import java.time.LocalDate;
import org.doudi.server.benefits.Run;

/** How near the due day is, as a word and a colour. */
public enum Light {
    OPEN("brand"),
    NEAR("warn"),
    LATE("bad"),
    IN_TIME("ok"),
    WAS_LATE("warn"),
    NONE("");

    private static final int NEAR_DAYS = 3;

    private final String style;

    Light(String style) {
        this.style = style;
    }

    /** The class of the tag. */
    public String style() {
        return style;
    }

    /** The light of a run on a day. */
    static Light of(Run run, LocalDate day) {
        LocalDate released = run.releasedOn();
        if (run.state() == Run.State.CANCELLED) {
            return NONE;
        }
        if (released != null) {
            return released.isAfter(run.dueOn()) ? WAS_LATE : IN_TIME;
        }
        if (day.isAfter(run.dueOn())) {
            return LATE;
        }
        return day.plusDays(NEAR_DAYS).isBefore(run.dueOn()) ? OPEN : NEAR;
    }
}
