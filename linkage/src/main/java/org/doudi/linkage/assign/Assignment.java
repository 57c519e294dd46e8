package org.doudi.linkage.assign;

import java.util.Arrays;
import java.util.BitSet;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Verdict;
import org.doudi.linkage.score.Weights;

/**
 * Clusters within each list first, then matches between clusters, heaviest first. Where two partners are equally good, neither is taken:
 * the pairs go to a person.
 */
public final class Assignment {
    /** How many right clusters one left cluster may have, and the other way round. */
    public enum Shape {
        /** One to one. */
        ONE_TO_ONE,
        /** Many left rows may be one right row. */
        MANY_TO_ONE
    }

    /** A partner whose weight comes this near, in bits, is as good. */
    private static final double MARGIN = 4;

    /** No bonus is given beyond this, however few rows are left over. */
    private static final double LEAST_SHARE = 0.05;

    private final RowRanges ranges;
    private final Candidates candidates;
    private final Weights weights;
    private final Judge judge;
    private final Comparison comparison;
    private final Shape shape;
    private final Clusters clusters;
    private final Partners partners;
    private final BitSet realised;

    /** Decides over all candidates at once. */
    public Assignment(
            RowRanges ranges,
            Candidates candidates,
            Judge judge,
            Comparison comparison,
            Shape shape,
            Support.Source support) {
        this(ranges, candidates, judge, comparison, shape);
        if (ranges.right() > 0) {
            finish(bonus(freeLeft(), ranges.left(), freeRight(), ranges.right()), support.after(this));
        }
    }

    /**
     * Begins: clusters, and the pairs that need no support. Candidates that share no row, nor through others, do not touch each other,
     * so parts of a linkage may be decided apart as long as each holds all candidates of its rows; {@link #finish} then needs what is
     * true of the whole.
     */
    public Assignment(RowRanges ranges, Candidates candidates, Judge judge, Comparison comparison, Shape shape) {
        this.ranges = ranges;
        this.candidates = candidates;
        this.judge = judge;
        this.weights = judge.weights();
        this.comparison = comparison;
        this.shape = shape;
        this.clusters = new Clusters(ranges);
        this.partners = new Partners(ranges.end());
        this.realised = new BitSet(candidates.size());
        uniteDuplicates();
        if (ranges.right() > 0) {
            int[] across = Edges.ordered(candidates, weights, matchTheSingle());
            uniteThroughPartners(across);
            match(across);
        }
    }

    /**
     * Most rows have one possible partner, which has no other: these are matched at once. Answers which candidates are left to be weighed
     * against each other.
     */
    private BitSet matchTheSingle() {
        byte[] degree = new byte[ranges.end()];
        BitSet edges = new BitSet(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            if (isMatch(i) && crosses(i)) {
                edges.set(i);
                raise(degree, candidates.a(i));
                raise(degree, candidates.b(i));
            }
        }
        for (int i = edges.nextSetBit(0); i >= 0; i = edges.nextSetBit(i + 1)) {
            int a = candidates.a(i);
            int b = candidates.b(i);
            if (degree[a] == 1 && degree[b] == 1 && clusters.alone(a) && clusters.alone(b)) {
                pair(Math.min(a, b), Math.max(a, b), i);
                edges.clear(i);
            }
        }
        return edges;
    }

    private static void raise(byte[] degree, int row) {
        degree[row] = (byte) Math.min(2, degree[row] + 1);
    }

    private void pair(int left, int right, int candidate) {
        partners.set(left, right, candidates.pattern(candidate));
        if (shape == Shape.ONE_TO_ONE || partners.free(right)) {
            partners.set(right, left, candidates.pattern(candidate));
        }
        realised.set(candidate);
    }

    /**
     * Ends: matches the rest. What is left over is likelier to belong together than two rows taken at random: two different people are
     * both left over only as often as rows are left over at all. The weights of the rest are raised by that before they are judged again.
     *
     * @param bonus the bits by which they are raised, see {@link #bonus}
     */
    public void finish(double bonus, Support support) {
        BitSet free = new BitSet(ranges.end());
        for (int row = 0; row < ranges.end(); row++) {
            free.set(row, partners.free(clusters.of(row)));
        }
        BitSet rest = new BitSet(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            rest.set(
                    i,
                    free.get(candidates.a(i))
                            && free.get(candidates.b(i))
                            && crosses(i)
                            && judge.verdict(candidates.pattern(i), bonus + support(support, i)) == Verdict.MATCH);
        }
        match(Edges.ordered(candidates, weights, rest));
    }

    private double support(Support support, int i) {
        int a = candidates.a(i);
        int b = candidates.b(i);
        return support.bits(Math.min(a, b), Math.max(a, b));
    }

    /** How much rarer than all rows the rows without a partner are in both lists, in bits. */
    public static double bonus(long freeLeft, long left, long freeRight, long right) {
        return bits(freeLeft, left) + bits(freeRight, right);
    }

    private static double bits(long free, long rows) {
        double share = Math.max(LEAST_SHARE, (double) free / Math.max(1, rows));
        return -Math.log(share) / Math.log(2);
    }

    /** Left rows without a partner so far. */
    public int freeLeft() {
        return free(0, ranges.left());
    }

    /** Right rows without a partner so far. */
    public int freeRight() {
        return free(ranges.rightBase(), ranges.right());
    }

    private int free(int from, int rows) {
        int free = 0;
        for (int row = from; row < from + rows; row++) {
            free += free(row) ? 1 : 0;
        }
        return free;
    }

    /** Whether a row has no partner so far, and lost none to doubt. */
    public boolean free(int row) {
        return partners.free(clusters.of(row));
    }

    private boolean crosses(int i) {
        return ranges.isRight(candidates.a(i)) != ranges.isRight(candidates.b(i));
    }

    private boolean isMatch(int i) {
        return judge.verdict(candidates.pattern(i)) == Verdict.MATCH;
    }

    private void uniteDuplicates() {
        BitSet within = new BitSet(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            within.set(i, !crosses(i) && isMatch(i));
        }
        for (int i : Edges.ordered(candidates, weights, within)) {
            uniteUnlessExcluded(candidates.a(i), candidates.b(i));
        }
    }

    /** Two rows become one cluster unless some two rows of the clusters show different people. */
    private void uniteUnlessExcluded(int a, int b) {
        if (clusters.of(a) == clusters.of(b)) {
            return;
        }
        boolean alone = clusters.alone(a) && clusters.alone(b);
        if (alone || !excluded(a, b)) {
            clusters.unite(a, b);
        }
    }

    /** Two rows of one list that match the same row of the other are duplicates, if nothing between them speaks against it. */
    private void uniteThroughPartners(int[] across) {
        int[] best = new int[ranges.end()];
        Arrays.fill(best, -1);
        for (int i : across) {
            meet(best, candidates.a(i), candidates.b(i));
            meet(best, candidates.b(i), candidates.a(i));
        }
    }

    private void meet(int[] best, int row, int other) {
        if (best[row] < 0) {
            best[row] = other;
        } else if (clusters.of(best[row]) != clusters.of(other)
                && judge.verdict(comparison.pattern(best[row], other)) != Verdict.NONE
                && !judge.excludes(comparison.pattern(best[row], other))) {
            uniteUnlessExcluded(best[row], other);
        }
    }

    private void match(int[] across) {
        for (int i : across) {
            int left = clusters.of(Math.min(candidates.a(i), candidates.b(i)));
            int right = clusters.of(Math.max(candidates.a(i), candidates.b(i)));
            double weight = weights.of(candidates.pattern(i));
            boolean leftFree = partners.free(left);
            boolean rightFree = partners.free(right) || shape == Shape.MANY_TO_ONE;
            if (leftFree && rightFree) {
                boolean alone = clusters.alone(left) && clusters.alone(right);
                if (!alone && excluded(left, right)) {
                    continue;
                }
                pair(left, right, i);
            } else if (partners.of(left) != right) {
                holdIfAsGood(left, weight);
                if (shape == Shape.ONE_TO_ONE) {
                    holdIfAsGood(right, weight);
                }
            }
        }
    }

    /** Whether some row of the one cluster and some row of the other show different people. */
    private boolean excluded(int a, int b) {
        int memberA = a;
        do {
            int memberB = b;
            do {
                if (judge.excludes(comparison.pattern(memberA, memberB))) {
                    return true;
                }
                memberB = clusters.next(memberB);
            } while (memberB != b);
            memberA = clusters.next(memberA);
        } while (memberA != a);
        return false;
    }

    /** A cluster whose second partner is as good as the first gives up both. */
    private void holdIfAsGood(int cluster, double weight) {
        int first = partners.of(cluster);
        if (first >= 0 && weights.of(partners.pattern(cluster)) - weight < MARGIN) {
            if (shape == Shape.ONE_TO_ONE || !ranges.isRight(first)) {
                partners.hold(first);
            }
            partners.hold(cluster);
        }
    }

    /** The clusters of each list. */
    public Clusters clusters() {
        return clusters;
    }

    /** Whether a candidate is a match that was made. */
    public boolean realised(int candidate) {
        return realised.get(candidate);
    }

    /** The right cluster that a left row belongs to, or a negative number. */
    public int rightOf(int leftRow) {
        return partners.of(clusters.of(leftRow));
    }

    /** The pattern between a left row and a row of its right cluster. */
    public int pattern(int leftRow, int rightRow) {
        boolean alone = clusters.alone(leftRow) && clusters.alone(rightRow);
        return alone ? partners.pattern(leftRow) : comparison.pattern(leftRow, rightRow);
    }

    /** Whether a row has a partner in the other list. */
    public boolean matched(int row) {
        return partners.of(clusters.of(row)) >= 0;
    }

    /** Whether a row was held back because two partners are equally good. */
    public boolean held(int row) {
        return partners.of(clusters.of(row)) == Partners.HELD;
    }
}
