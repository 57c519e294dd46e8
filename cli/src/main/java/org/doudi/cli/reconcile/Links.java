package org.doudi.cli.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the linkage made of one roll.
 *
 * @param persons by place of the row in the {@link RollBook}: the person it names, or −1
 * @param evidence by the same place: why, in words; null where there is no link
 * @param reviews pairs that a person must look at
 * @param counts what became of the rows
 */
record Links(int[] persons, @Nullable String[] evidence, List<Review> reviews, Counts counts) {

    /** A row of the roll that may be this person. */
    record Review(int row, int person, double probability, String evidence) {}

    /** Rows in, and where they went; they add up, and the summary proves it. */
    record Counts(long rowsIn, long matched, long review, long unmatched, long rejected, long duplicates) {
        boolean addUp() {
            return rowsIn == matched + review + unmatched + rejected;
        }
    }
}
