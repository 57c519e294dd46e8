package org.doudi.server.benefits;

/** Why a run cannot be moved now. Nothing was changed. */
public final class RunRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong; the message {@code benefits.refused.<cause>}. */
    public enum Cause {
        NO_RUN,
        NOT_A_MONTH,
        MONTH_TOO_LATE,
        RUN_EXISTS,
        COMPUTING,
        NOT_NOW,
        OVERTAKEN,
        FOUR_EYES,
        UNEXPLAINED,
        NOT_ENOUGH,
        OPEN_TRANSFERS,
        REASON,
        FIGURE,
        FIGURE_WAITS,
        FIGURE_CORRECTED,
        NO_FIGURE,
        NOT_STARTED,
        RECEIVER,
        SIGNATURES,
        SIGNED_BEFORE,
        BANDS,
        BANDS_WAIT,
        AMOUNT,
        RIGHT_TO_ANSWER,
        BANK_NAME,
        BANK_DAYS,
        RECEIPT_NUMBER,
        RECEIPT_DAY,
        RECEIPT_TAKEN,
        ACCOUNT_NUMBER,
        ACCOUNT_BANK,
        ACCOUNT_HOLDER
    }

    private final Cause why;
    private final long fen;

    public RunRefused(Cause why) {
        this(why, 0);
    }

    /** With an amount, such as how much is missing. */
    public RunRefused(Cause why, long fen) {
        super(why + (fen == 0 ? "" : " " + fen));
        this.why = why;
        this.fen = fen;
    }

    /** What is wrong. */
    public Cause why() {
        return why;
    }

    /** The amount that it is about, in fen; 0 where there is none. */
    public long fen() {
        return fen;
    }
}
