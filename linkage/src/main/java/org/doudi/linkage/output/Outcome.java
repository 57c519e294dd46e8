package org.doudi.linkage.output;

import java.util.stream.IntStream;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Tier;

/** What a linkage came to, counted as it was written. */
public final class Outcome {
    /** Pairs by tier, and the sum of their probabilities. */
    public static final class Pairs {
        private final Histogram patterns = new Histogram();
        private final Judge judge;

        Pairs(Judge judge) {
            this.judge = judge;
        }

        void add(int pattern) {
            patterns.add(pattern, 1);
        }

        /** Adds pairs that were counted elsewhere. */
        public void addAll(Histogram counted) {
            patterns.addAll(counted);
        }

        /** Number of pairs. */
        public long pairs() {
            return IntStream.of(patterns.patterns()).mapToLong(patterns::count).sum();
        }

        /** Number of pairs of a tier. */
        public long of(Tier tier) {
            return IntStream.of(patterns.patterns())
                    .filter(p -> judge.tier(p) == tier)
                    .mapToLong(patterns::count)
                    .sum();
        }

        /** Expected number of true pairs among them. */
        public double expectedTrue() {
            return IntStream.of(patterns.patterns())
                    .mapToDouble(p -> patterns.count(p) * judge.weights().probability(p))
                    .sum();
        }
    }

    /** Where the rows of one list went. */
    public static final class Rows {
        long matched;
        long inReview;
        long unmatched;
        long duplicates;
        long clusters;

        /** Adds rows that were counted elsewhere. */
        public void add(long withMatch, long withReview, long withNeither) {
            matched += withMatch;
            inReview += withReview;
            unmatched += withNeither;
        }

        /** Adds duplicates that were counted elsewhere. */
        public void addDuplicates(long rows, long people) {
            duplicates += rows;
            clusters += people;
        }

        /** Rows with a match. */
        public long matched() {
            return matched;
        }

        /** Rows without a match that a person must look at. */
        public long inReview() {
            return inReview;
        }

        /** Rows without either. */
        public long unmatched() {
            return unmatched;
        }

        /** Rows that are in the list more than once. */
        public long duplicates() {
            return duplicates;
        }

        /** People that are in the list more than once. */
        public long clusters() {
            return clusters;
        }
    }

    private final Pairs matches;
    private final Pairs review;
    private final Rows left = new Rows();
    private final Rows right = new Rows();

    /** Nothing yet. */
    public Outcome(Judge judge) {
        this.matches = new Pairs(judge);
        this.review = new Pairs(judge);
    }

    /** The pairs of matches.csv. */
    public Pairs matches() {
        return matches;
    }

    /** The pairs of review.csv. */
    public Pairs review() {
        return review;
    }

    /** The rows of the left list, or of the only one. */
    public Rows left() {
        return left;
    }

    /** The rows of the right list. */
    public Rows right() {
        return right;
    }

    /** Share of the matches that are expected to be true; 1 when there are none. */
    public double estimatedPrecision() {
        return matches.pairs() == 0 ? 1 : matches.expectedTrue() / matches.pairs();
    }

    /** Share of the true pairs among the candidates that are expected to be in the matches. */
    public double estimatedRecall() {
        double missed = review.expectedTrue();
        double all = matches.expectedTrue() + missed;
        return all == 0 ? 1 : matches.expectedTrue() / all;
    }
}
