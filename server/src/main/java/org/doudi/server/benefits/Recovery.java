package org.doudi.server.benefits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount that was paid and not owed.
 *
 * @param person whom the aid was for on an aid of persons, else null
 * @param fen all of it
 * @param recoveredFen what runs took back
 * @param waivedFen what was given up
 * @param instalmentFen the most that a month's payment is made smaller by, once agreed
 * @param answer what the household said
 */
public record Recovery(
        long id,
        long household,
        @Nullable Long person,
        Aid aid,
        long fen,
        long recoveredFen,
        long waivedFen,
        @Nullable Long instalmentFen,
        State state,
        LocalDate openedOn,
        @Nullable LocalDate noticedOn,
        @Nullable String answer,
        @Nullable Long decidedBy,
        @Nullable String decidedWhy,
        int version) {
    /** How far it is. */
    public enum State {
        /** Found by a run. */
        OPEN,
        /** The household was told. */
        NOTICED,
        /** The household said something to it. */
        ANSWERED,
        /** Taken back in instalments. */
        AGREED,
        /** Nothing is left. */
        DONE
    }

    /** What is still to come back. */
    public long leftFen() {
        return fen - recoveredFen - waivedFen;
    }

    Recovery noticed(LocalDate day) {
        return with(State.NOTICED, day, answer, instalmentFen, waivedFen, decidedBy, decidedWhy);
    }

    Recovery answered(String words) {
        return with(State.ANSWERED, noticedOn, words, instalmentFen, waivedFen, decidedBy, decidedWhy);
    }

    Recovery agreed(long instalment, long by, String why) {
        return with(State.AGREED, noticedOn, answer, instalment, waivedFen, by, why);
    }

    Recovery waived(long given, long by, String why) {
        State next = given == leftFen() ? State.DONE : state;
        return with(next, noticedOn, answer, instalmentFen, waivedFen + given, by, why);
    }

    private Recovery with(
            State next,
            @Nullable LocalDate noticed,
            @Nullable String words,
            @Nullable Long instalment,
            long waived,
            @Nullable Long by,
            @Nullable String why) {
        return new Recovery(
                id,
                household,
                person,
                aid,
                fen,
                recoveredFen,
                waived,
                instalment,
                next,
                openedOn,
                noticed,
                words,
                by,
                why,
                version);
    }
}
