package org.doudi.server.reverification;

/** Why something cannot be done. Nothing was changed. */
public final class ReverificationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause why;

    /** The reason; the message {@code reverification.refused.<cause>}. */
    public enum Cause {
        /** There is none in one's area. */
        NOTHING,
        /** Another office or person does this. */
        OTHER_HANDS,
        /** It does not stand so that this could be done. */
        NOT_NOW,
        /** Somebody changed it meanwhile. */
        OVERTAKEN,
        /** A near relative cannot do this. */
        NEAR_RELATIVE,
        /** Words are needed: 4 to 500 characters. */
        WORDS,
        /** The key of the form is none. */
        KEY,
        /** A day that cannot be. */
        DAY,
        /** It is to be said what changed. */
        CHANGE,
        /** Whoever received it is to be named. */
        RECEIVER,
        /** There is no such visitor here. */
        VISITOR,
        /** No place where one could draw. */
        PLACE,
        /** More than there are, or none. */
        SIZE,
        /** It was drawn this month already. */
        DRAWN_ALREADY,
        /** A check of the same is not through yet. */
        RUNS_ALREADY,
        /** A rule that the law does not let be: a year at most, and time to be told. */
        NUMBERS,
        /** The machine may end more only where it may end what was visited and unchanged. */
        CLOSING,
        /** A rule holds from today or later, by a document that is known. */
        RULE_DAY,
        /** The document that sets it is not named. */
        DOCUMENT,
        /** Another proposal for the same category and day waits. */
        TWICE,
        /** Who proposed it cannot decide on it. */
        OWN
    }

    public ReverificationRefused(Cause why) {
        super(why.name());
        this.why = why;
    }

    /** The reason. */
    public Cause why() {
        return why;
    }
}
