package org.doudi.server.matching;

/** Why something cannot be done with a pair, or with a correction. */
public final class PairRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause why;
    private final String detail;

    /** The reason. */
    public enum Cause {
        /** There is none in one's area and office. */
        NO_PAIR,
        /** Somebody decided it meanwhile. */
        OVERTAKEN,
        /** It is decided, or stands otherwise. */
        NOT_NOW,
        /** Who proposes to make one of two records cannot confirm it too. */
        SAME_CLERK,
        /** Two records have no list whose number could be wrong. */
        NO_LIST,
        /** List and registry have the same number, so that it is not what is wrong. */
        SAME_NUMBER,
        /** Which record goes on was not said. */
        KEEP_ONE,
        /** A reason in words is needed. */
        WORDS,
        /** The row was decided in another way meanwhile. */
        OTHERWISE,
        /** What was written was changed since. */
        CHANGED,
        /** By the list, people who are not in it were taken off the roll. */
        LIST_LEFT,
        /** A list of households founds them. */
        HOUSEHOLD_LIST,
        /** One of the two lives in no household any more. */
        GONE,
        /** What one wrote by a decision another person takes back. */
        OWN_DECISION,
        /** Who asks to take a merge back cannot confirm it too. */
        OWN_REQUEST,
        /** The other county must say so too. */
        SAME_COUNTY,
        /** The registry is being looked through already. */
        SEARCHING
    }

    public PairRefused(Cause why, String detail) {
        super(why.name());
        this.why = why;
        this.detail = detail;
    }

    public PairRefused(Cause why) {
        this(why, "");
    }

    /** The reason. */
    public Cause why() {
        return why;
    }

    /** Who decided it, or the like; may be empty. */
    public String detail() {
        return detail;
    }
}
