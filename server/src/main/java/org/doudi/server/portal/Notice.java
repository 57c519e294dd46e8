package org.doudi.server.portal;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.registry.DivisionNames;
import org.jspecify.annotations.Nullable;

/**
 * A public notice. Its fields are the whole list of what is shown of a family.
 *
 * @param code the village's, 12 digits, or the county's, 6
 * @param day the day it is read
 * @param proposed those whose outcome hangs out now
 * @param dibao who receives dibao
 * @param register who is on the poverty register as poor
 * @param tekun who is supported as tekun
 */
public record Notice(
        String code,
        DivisionNames place,
        LocalDate day,
        List<Proposed> proposed,
        List<Receiving> dibao,
        List<Receiving> register,
        List<Receiving> tekun) {
    /** What an outcome is called on the wall. */
    public enum Opinion {
        GRANTED,
        REFUSED,
        PERSON_MUST_LOOK
    }

    /**
     * One family whose outcome hangs out.
     *
     * @param applicant the name as it may be written
     * @param monthlyYuan the amount, 0.00 where none is proposed
     * @param to the last day, counted
     */
    public record Proposed(
            String number,
            DivisionNames place,
            String applicant,
            int members,
            @Nullable Opinion dibao,
            String monthlyYuan,
            @Nullable Opinion register,
            LocalDate from,
            LocalDate to) {}

    /**
     * One on a roll.
     *
     * @param monthlyYuan the amount, or null where the roll has none
     */
    public record Receiving(
            String applicant, int members, @Nullable String monthlyYuan) {}
}
