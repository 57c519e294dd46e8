package org.doudi.server.exchange.container;

/**
 * Where a file is not what was signed.
 *
 * @param place which part of it
 * @param line the first line that may be meant, 0 where it is no line of rows
 */
public record Fault(Place place, long line) {
    /** A part of a file. */
    public enum Place {
        /** The first line does not say that it is such a file. */
        KIND,
        /** The header is not one, or not in the one way that it can be written. */
        HEADER,
        /** It was signed by another key. */
        SIGNER,
        /** The signature does not fit the header: one of the two was changed. */
        SIGNATURE,
        /** A line among these thousand was changed, added or taken out. */
        ROWS,
        /** Lines are missing at the end. */
        CUT_OFF,
        /** There is more behind the last line. */
        TOO_LONG,
        /** The numbers in the header are not those of the lines. */
        COUNT,
        /** The receipt is for another delivery. */
        OTHER_DELIVERY,
        /** A line of the receipt names no row of the delivery, or names it in an unknown way. */
        FEEDBACK
    }

    static Fault at(Place place) {
        return new Fault(place, 0);
    }
}
