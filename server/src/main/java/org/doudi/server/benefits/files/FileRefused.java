package org.doudi.server.benefits.files;

/** A file that is not taken, or cannot be made: nothing is booked. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong; the message {@code benefits.file.<cause>}. */
    public enum Cause {
        NO_FILE,
        /** The bytes that are kept are not those that were sealed. */
        BROKEN_SEAL,
        /** A value has characters that the layout's encoding or the format has not. */
        CHARACTERS,
        /** A value is longer than the format lets it be. */
        TOO_LONG,
        /** The layout or the table of payers cannot be read. */
        LAYOUT,
        EMPTY,
        /** It ends in the middle, or breaks the rules of its format. */
        MALFORMED,
        ENCODING,
        /** A document type or entities, which no bank needs. */
        ENTITIES,
        WRONG_MESSAGE,
        COLUMNS,
        /** It answers for the file of another run. */
        OTHER_FILE,
        TOTALS,
        TOO_BIG
    }

    private final Cause why;
    private final String place;

    /**
     * Refuses.
     *
     * @param place where in the file, such as a line; no personal data
     */
    public FileRefused(Cause why, String place) {
        super(why + " at " + place);
        this.why = why;
        this.place = place;
    }

    public FileRefused(Cause why, String place, Throwable cause) {
        super(why + " at " + place, cause);
        this.why = why;
        this.place = place;
    }

    /** What is wrong. */
    public Cause why() {
        return why;
    }

    /** Where. */
    public String place() {
        return place;
    }
}
