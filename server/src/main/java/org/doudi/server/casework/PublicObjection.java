package org.doudi.server.casework;

import java.time.LocalDate;
import org.doudi.server.casework.Objection.Contested;
import org.doudi.server.casework.path.Step;
import org.jspecify.annotations.Nullable;

/**
 * An objection that somebody makes on the public page.
 *
 * @param form the form it was written on; sent twice, it is one objection
 * @param contests what is contested, or null where nothing was chosen
 */
public record PublicObjection(String form, @Nullable Contested contests, String words, Objector objector) {
    /** Who objects, as far as they say. */
    public record Objector(@Nullable String name, @Nullable String reach) {
        /** People's data is not for logs. */
        @Override
        public String toString() {
            return "objector";
        }
    }

    /** What its maker takes home: the number, and the code that opens it. */
    public record Lodged(
            String number,
            String code,
            LocalDate madeOn,
            LocalDate due,
            Step step,
            @Nullable Contested contests) {
        /** The code is a secret. */
        @Override
        public String toString() {
            return number;
        }
    }

    /**
     * Something to mend.
     *
     * @param code what it is, as the message files know it
     * @param most how much there may be, or 0
     */
    public record Fault(String field, String code, int most) {}

    /** Where it stands. */
    public record Standing(Objection objection, Objection.State state) {}

    /** The words are for the office. */
    @Override
    public String toString() {
        return "objection by " + form;
    }
}
