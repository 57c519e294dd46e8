package org.doudi.server.matching;

/** Why something cannot be done with a gap. */
public final class GapRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause why;

    /** The reason. */
    public enum Cause {
        /** There is none in one's area. */
        NO_GAP,
        /** Another office answers for it. */
        OTHER_OFFICE,
        /** It stands no longer, or stands otherwise. */
        NOT_NOW,
        /** Somebody changed it meanwhile. */
        OVERTAKEN,
        /** A reason in words is needed. */
        WORDS
    }

    public GapRefused(Cause why) {
        super(why.name());
        this.why = why;
    }

    /** The reason. */
    public Cause why() {
        return why;
    }
}
