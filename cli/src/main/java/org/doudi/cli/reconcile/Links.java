package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.jspecify.annotations.Nullable;

/** What the linkage made of one roll: the person whom each row names, why, and the pairs that somebody must look at. */
final class Links {
    private final int[] persons;
    private final @Nullable String[] evidence;
    private final List<Review> reviews = new ArrayList<>();
    private final List<Review> hints = new ArrayList<>();
    private Counts counts = new Counts(0, 0, 0, 0, 0, 0);

    /** A row of the roll that may be this person. */
    record Review(int row, int person, double probability, String evidence, Strength strength) {}

    /** Rows in, and where they went; they add up, and the summary proves it. */
    record Counts(long rowsIn, long matched, long review, long unmatched, long rejected, long duplicates) {
        boolean addUp() {
            return rowsIn == matched + review + unmatched + rejected;
        }
    }

    /** No links yet between so many rows and anybody. */
    Links(int rows) {
        persons = new int[rows];
        Arrays.fill(persons, -1);
        evidence = new String[rows];
    }

    void link(int row, int person, String why) {
        persons[row] = person;
        evidence[row] = why;
    }

    void review(Review review) {
        reviews.add(review);
    }

    /** A row that names nobody comes near this person: too far for a link, near enough not to say that the person is missing. */
    void hint(Review hint) {
        hints.add(hint);
    }

    void count(Counts found) {
        counts = found;
    }

    int rows() {
        return persons.length;
    }

    /** The person a row names; −1 when there is none. */
    int person(int row) {
        return persons[row];
    }

    String evidence(int row) {
        String why = evidence[row];
        return why == null ? "" : why;
    }

    List<Review> reviews() {
        return reviews;
    }

    List<Review> hints() {
        return hints;
    }

    Counts counts() {
        return counts;
    }
}
