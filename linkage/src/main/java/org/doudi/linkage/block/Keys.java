package org.doudi.linkage.block;

/** The blocking keys of one pass. */
public interface Keys {
    /** The most keys one row can have in one pass. */
    int MOST = 512;

    /**
     * Writes the keys of a row, well mixed (see the low and high bits used as a hash).
     *
     * @param row number of the row
     * @param keys receives the keys
     * @return how many were written; a negative number for a guest, whose keys are guesses: guests meet residents, not each other
     */
    int of(int row, long[] keys);

    /** What is carried beside the key, so that a pair can often be passed over without reading its rows. */
    long tag(int row);
}
