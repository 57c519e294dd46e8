package org.doudi.server.quality;

/** Why something cannot be done with a finding. */
public final class FindingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** The reason. */
    public enum Why {
        /** There is none in one's area. */
        NOTHING,
        /** Another office mends it. */
        OTHER_OFFICE,
        /** It stands otherwise by now. */
        OVERTAKEN,
        /** A reason in words is needed. */
        WORDS
    }

    public FindingRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    /** The reason. */
    public Why why() {
        return why;
    }
}
