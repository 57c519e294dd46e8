package org.doudi.server.exchange;

import org.doudi.server.exchange.container.Fault;
import org.doudi.server.identity.Department;
import org.jspecify.annotations.Nullable;

/** Why something is not handed over or not taken. Nothing was changed. */
public final class SharingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong; the message {@code exchange.refused.<cause>}. */
    public enum Cause {
        NOT_FOUND,
        NOT_YOURS,
        NOT_NOW,
        FOUR_EYES,
        PROPOSAL_WAITS,
        TERMS,
        FIELDS,
        KEY,
        DAYS,
        NO_AGREEMENT,
        EXPIRED,
        OTHER_FIELDS,
        PERIOD,
        OVERTAKEN,
        NO_CALENDAR,
        BROKEN,
        OTHER_KEY,
        OTHER_DELIVERY,
        REPLAYED,
        MISSING_BEFORE,
        RECEIVED_WHEN,
        UNKNOWN_ROWS,
        NO_SENDER_KEY,
        TOO_LONG,
        NOT_WHOLE,
        NO_LIST,
        PURPOSE,
        NOBODY_TO_CHECK,
        OTHER_CHECK,
        NO_CHECK,
        CHECK_OVER,
        ANSWER_FIELDS,
        NOT_ASKED_FOR
    }

    private final Cause why;
    private final @Nullable SharedList list;
    private final @Nullable Department receiver;

    /** About a list for a department. */
    public SharingRefused(Cause why, @Nullable SharedList list, @Nullable Department receiver) {
        super(why.name());
        this.why = why;
        this.list = list;
        this.receiver = receiver;
    }

    /** About no list that could be named. */
    public SharingRefused(Cause why) {
        this(why, null, null);
    }

    static Cause of(Fault fault) {
        return switch (fault.place()) {
            case SIGNER, SIGNATURE -> Cause.OTHER_KEY;
            case OTHER_DELIVERY -> Cause.OTHER_DELIVERY;
            default -> Cause.BROKEN;
        };
    }

    /** What is wrong. */
    public Cause why() {
        return why;
    }

    /** The list that it is about, or null. */
    public @Nullable SharedList list() {
        return list;
    }

    /** The department that was to get it, or null. */
    public @Nullable Department receiver() {
        return receiver;
    }
}
