package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.jspecify.annotations.Nullable;

/** What the linkage made of the rows of one roll: the person whom each row names, why, and the pairs that somebody must look at. */
public final class Links implements Serializable {
    private final int[] persons;
    private final double[] weights;
    private final @Nullable String[] evidence;
    private final List<Review> reviews = new ArrayList<>();
    private final List<Review> hints = new ArrayList<>();
    private final List<Review> namesakes = new ArrayList<>();
    private final BitSet inReview = new BitSet();
    private Counts counts;

    /** A row of the roll that may be this person. */
    public record Review(int row, int person, double probability, String evidence, Strength strength)
            implements Serializable {}

    /** Rows in, and where they went; they add up, and the summary proves it. */
    public record Counts(long rowsIn, long matched, long review, long unmatched, long rejected, long duplicates)
            implements Serializable {
        /** Of no rows. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        boolean addUp() {
            return rowsIn == matched + review + unmatched + rejected;
        }

        /** Of the rows that take part in the linkage, {@code rows} of them, and of those that were left out. */
        static Counts of(
                int rows,
                long rowsIn,
                long rejected,
                IntPredicate matched,
                IntPredicate inReview,
                IntPredicate duplicate) {
            long linked = 0;
            long review = 0;
            long duplicates = 0;
            for (int row = 0; row < rows; row++) {
                linked += matched.test(row) ? 1 : 0;
                review += !matched.test(row) && inReview.test(row) ? 1 : 0;
                duplicates += duplicate.test(row) ? 1 : 0;
            }
            return new Counts(rowsIn, linked, review, rows - linked - review, rejected, duplicates);
        }

        /** Of these rows and of others. */
        public Counts with(Counts other) {
            return new Counts(
                    rowsIn + other.rowsIn,
                    matched + other.matched,
                    review + other.review,
                    unmatched + other.unmatched,
                    rejected + other.rejected,
                    duplicates + other.duplicates);
        }
    }

    /** No links yet between so many rows and anybody. */
    public Links(int rows) {
        this(new int[rows], new double[rows], new String[rows], Counts.NONE);
        Arrays.fill(persons, -1);
    }

    private Links(int[] persons, double[] weights, @Nullable String[] evidence, Counts counts) {
        this.persons = persons;
        this.weights = weights;
        this.evidence = evidence;
        this.counts = counts;
    }

    /** The same links, to add to. */
    public Links copy() {
        Links copy = new Links(persons.clone(), weights.clone(), evidence.clone(), counts);
        reviews.forEach(copy::review);
        copy.hints.addAll(hints);
        copy.namesakes.addAll(namesakes);
        return copy;
    }

    /** A row names a person; of several, the row is taken to name the nearest, of equals the first. */
    public void link(int row, int person, double weight, String why) {
        if (persons[row] < 0 || weight > weights[row]) {
            persons[row] = person;
            weights[row] = weight;
            evidence[row] = why;
        }
    }

    /** Somebody must look at a row and a person. */
    public void review(Review review) {
        inReview.set(review.row());
        reviews.add(review);
    }

    /** A row that names nobody comes near this person: too far for a link, near enough not to say that the person is missing. */
    public void hint(Review hint) {
        hints.add(hint);
    }

    /** The same of a person of whom nothing but the name and the village is the row's. */
    public void namesake(Review hint) {
        namesakes.add(hint);
    }

    void count(Counts found) {
        counts = found;
    }

    /** Number of rows. */
    public int rows() {
        return persons.length;
    }

    /** The person a row names; −1 when there is none. */
    public int person(int row) {
        return persons[row];
    }

    /** Whether a row names nobody and nobody is going to look at it. */
    public boolean open(int row) {
        return persons[row] < 0 && !inReview.get(row);
    }

    boolean inReview(int row) {
        return inReview.get(row);
    }

    /** How near the person is whom a row names. */
    public double weight(int row) {
        return weights[row];
    }

    /** Why a row names its person. */
    public String evidence(int row) {
        String why = evidence[row];
        return why == null ? "" : why;
    }

    /** Pairs that somebody must look at, by row, then by person. */
    public List<Review> reviews() {
        return reviews;
    }

    /** Pairs that come near, in no order. */
    public List<Review> hints() {
        return hints;
    }

    /** Pairs of the same name, in no order. */
    public List<Review> namesakes() {
        return namesakes;
    }

    /** Where the rows went. */
    public Counts counts() {
        return counts;
    }
}
