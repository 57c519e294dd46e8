package org.doudi.cli.reconcile;

import java.util.function.IntPredicate;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.doudi.linkage.score.Weights;

/**
 * Turns what a linkage says about the rows of a roll into links to the households' members. Rows are those that take part in the
 * linkage; persons are places in the book of members, negative where the book does not hold the person.
 */
public final class Tying {
    private final Links links;
    private final int[] bookRow;
    private final Weights weights;
    private final LinkWords words;

    /**
     * Ties rows to persons.
     *
     * @param links receives the links
     * @param bookRow for each row of the linkage its place in the book of the roll, see {@link RollBook#placesOf}
     * @param weights what agreement weighs
     */
    public Tying(Links links, int[] bookRow, Weights weights) {
        this.links = links;
        this.bookRow = bookRow;
        this.weights = weights;
        this.words = new LinkWords(weights.space());
    }

    /** The two are one person. */
    public void match(int row, int person, int pattern) {
        if (bookRow[row] >= 0 && person >= 0) {
            links.link(bookRow[row], person, weights.of(pattern), words.of(pattern));
        }
    }

    /** Somebody must look at the two; {@code settled} if the row has its person already. */
    public void review(int row, int person, int pattern, boolean settled) {
        if (bookRow[row] >= 0 && person >= 0) {
            // a row that has its person already is looked at for a borrowed number; it puts nobody else on the roll
            links.review(pair(row, person, pattern, settled ? Strength.HINT : Strength.REVIEW));
        }
    }

    /** The two share a key, and the row has no person. To be said after all reviews: whoever looks at a row needs no hint. */
    public void near(int row, int person, int pattern) {
        if (bookRow[row] >= 0 && person >= 0 && !inReview(row)) {
            links.hint(pair(row, person, pattern, Strength.HINT));
        }
    }

    private Links.Review pair(int row, int person, int pattern, Strength strength) {
        return new Links.Review(bookRow[row], person, weights.probability(pattern), words.of(pattern), strength);
    }

    private boolean inReview(int row) {
        return bookRow[row] >= 0 && links.inReview(bookRow[row]);
    }

    /**
     * Counts where the rows went.
     *
     * @param rowsIn rows of the list, the rejected ones counted
     * @param rejected rows left out of the linkage
     * @param matched whether a row has a partner
     * @param duplicate whether an earlier row of the list is the same person
     */
    public void count(long rowsIn, long rejected, IntPredicate matched, IntPredicate duplicate) {
        links.count(Links.Counts.of(bookRow.length, rowsIn, rejected, matched, this::inReview, duplicate));
    }
}
