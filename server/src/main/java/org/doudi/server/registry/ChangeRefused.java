package org.doudi.server.registry;

/** A change that cannot be, and why. */
public final class ChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; each has its words in the message files. */
    public enum Reason {
        NOT_A_MEMBER,
        NOT_AWAY,
        IN_THE_FUTURE,
        BEFORE_MEMBERSHIP,
        BEFORE_BIRTH,
        BIRTH_IS_NOT_THE_DAY,
        HEAD_NEEDED,
        HEAD_ALREADY,
        NOBODY_LEFT,
        NOBODY_LEAVES,
        ID_NUMBER_TAKEN,
        DISSOLVED,
        SAME_HOUSEHOLD,
        SAME_PERSON,
        OTHER_VILLAGE,
        SAME_PLACE,
        UNKNOWN_VILLAGE,
        TOO_MUCH,
        RUNNING_CASE,
        TRANSFER_OPEN,
        NOT_THE_LAST,
        CORRECTED,
        /** Two people made one of two records; two make two of it again, where the pair is. */
        MADE_BY_TWO,
        OUT_OF_AREA
    }

    private final Reason reason;
    private final String detail;

    public ChangeRefused(Reason reason, String detail) {
        super(reason + " " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public ChangeRefused(Reason reason) {
        this(reason, "");
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The case's number, the day or the like; may be empty. */
    public String detail() {
        return detail;
    }
}
