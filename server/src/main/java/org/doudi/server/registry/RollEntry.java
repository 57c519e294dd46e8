package org.doudi.server.registry;

import java.time.LocalDate;
import org.doudi.policy.RegisterState;
import org.jspecify.annotations.Nullable;

/**
 * An entry on a roll.
 *
 * @param person the person on a roll of persons, else null
 * @param since the first day, or null where the list does not say
 * @param monthlyFen what is paid a month on {@link Roll#DIBAO}, else 0
 * @param register the state on {@link Roll#REGISTER}, else null
 */
public record RollEntry(
        Roll roll,
        @Nullable Long person,
        @Nullable LocalDate since,
        long monthlyFen,
        @Nullable Register register) {
    /**
     * The state on the register.
     *
     * @param liftedOn the day of lifting out; null while poor
     * @param throughProgramme whether a project of the programme lifted the household out
     * @param causes why it is poor; null where nobody has said so yet
     */
    public record Register(
            RegisterState state,
            @Nullable LocalDate liftedOn,
            boolean throughProgramme,
            @Nullable Causes causes) {
        /** The state alone; on a roll, the causes that stood there go on. */
        public Register(RegisterState state, @Nullable LocalDate liftedOn, boolean throughProgramme) {
            this(state, liftedOn, throughProgramme, null);
        }
    }

    public RollEntry {
        if (roll.listsHouseholds() != (person == null)) {
            throw new IllegalArgumentException("an entry on " + roll + " for person " + person);
        }
        if ((roll == Roll.REGISTER) != (register != null)) {
            throw new IllegalArgumentException("an entry on " + roll + " with the register's state " + register);
        }
    }

    /** On the dibao roll. */
    public static RollEntry dibao(LocalDate since, long monthlyFen) {
        return new RollEntry(Roll.DIBAO, null, since, monthlyFen, null);
    }

    /** On the poverty register. */
    public static RollEntry register(Register state) {
        return new RollEntry(Roll.REGISTER, null, null, 0, state);
    }

    /** A person on one of the other rolls. */
    public static RollEntry of(Roll roll, long person, LocalDate since) {
        return new RollEntry(roll, person, since, 0, null);
    }
}
