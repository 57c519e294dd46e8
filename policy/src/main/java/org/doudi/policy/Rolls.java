package org.doudi.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rolls the household as a whole is on today. Rolls of single members are in {@link Member}.
 *
 * @param dibao the entry on the dibao roll, or null
 * @param register the entry on the poverty register, or null for a household that was never on it
 */
public record Rolls(@Nullable DibaoEntry dibao, @Nullable RegisterEntry register) {
    /** On neither. */
    public static final Rolls NONE = new Rolls(null, null);

    /**
     * An entry on the dibao roll.
     *
     * @param since the first day, or null where the roll does not say
     * @param monthlyFen what is paid a month, in fen
     */
    public record DibaoEntry(@Nullable LocalDate since, long monthlyFen) {}

    /**
     * An entry on the poverty register.
     *
     * @param state poor, or lifted out
     * @param liftedOn the day of lifting out; never null when the state is {@link RegisterState#LIFTED}
     * @param throughProgramme whether a project of the programme lifted the household out (clause 2.2-7)
     */
    public record RegisterEntry(
            RegisterState state, @Nullable LocalDate liftedOn, boolean throughProgramme) {
        /** Checks that a lifted household has its day. */
        public RegisterEntry {
            if (state == RegisterState.LIFTED && liftedOn == null) {
                throw new IllegalArgumentException("a lifted household has a day on which it was lifted");
            }
        }
    }
}
