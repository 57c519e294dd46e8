package org.doudi.server.changes;

import java.util.List;

/** Why something cannot be done with a report. */
public final class ReportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause why;
    private final List<Fault> faults;

    /** The reason; the message {@code changes.refused.<cause>}. */
    public enum Cause {
        /** There is none in one's area. */
        NOTHING,
        /** Somebody else does this. */
        OTHER_HANDS,
        /** Who reported does not accept. */
        OWN_REPORT,
        /** Whoever accepts has declared a near relative in the family. */
        NEAR_RELATIVE,
        /** It was decided already. */
        NOT_NOW,
        /** Something is known of the family by now that the page did not show. */
        OVERTAKEN,
        /** Words are needed. */
        WORDS,
        TOO_LONG,
        /** The key of the form is none. */
        KEY,
        /** Something that was typed is wrong. */
        FAULTS
    }

    /** What was typed wrong; the message {@code changes.fault.<fault>}. */
    public enum Fault {
        ON,
        DOCUMENT,
        PERSON,
        AWAY,
        NAME,
        ID_NUMBER,
        RELATION,
        LABOUR,
        VILLAGE,
        ADDRESS,
        MODE,
        MONTHS,
        YUAN,
        ILLNESS,
        NUMBER,
        DISASTER
    }

    public ReportRefused(Cause why) {
        this(why, List.of());
    }

    private ReportRefused(Cause why, List<Fault> faults) {
        super(why + " " + faults);
        this.why = why;
        this.faults = List.copyOf(faults);
    }

    /** What was typed is wrong there. */
    public static ReportRefused faulty(List<Fault> faults) {
        return new ReportRefused(Cause.FAULTS, faults);
    }

    /** The reason. */
    public Cause why() {
        return why;
    }

    /** What was typed wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
