package org.doudi.linkage.person;

import static org.doudi.linkage.person.PersonComparison.*;

import org.doudi.linkage.block.RowPair;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Estimation;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Weights;

/** Learns the weights for two lists of people, or for one, from themselves. */
public final class PersonWeights {
    private static final int SAMPLE = 200_000;
    /** How many pairs the expectations below weigh against what the lists show. */
    private static final double BELIEF = 20;

    /** What m is thought to be before the lists were seen; field by field, level by level, level 0 unused. */
    private static final double[][] EXPECTED_M = {
        {1, .88, .03, .05, .003, .002, .006, .012, .004, .001, .003},
        {1, .40, .30, .20, .05, .012, .002, .012, .006, .01, .01},
        {1, .96, .01, .01, .005, .005, .01},
        {1, .99, .01},
        {1, .94, .04, .02},
        {1, .75, .25},
        {1, .5, .5}
    };

    /** What u is thought to be; replaced by what random pairs of the lists show where these show enough. */
    private static final double[][] EXPECTED_U = {
        {1, 1e-9, 1e-8, 3e-8, 1e-6, 1e-7, 1e-6, .15, .02, 1e-4, .83},
        {1, 1e-5, 1e-5, 1e-5, 1e-5, 1e-5, 2e-4, 2e-3, 1e-4, .06, .93},
        {1, 4e-5, 1e-4, 4e-3, 6e-3, 5e-2, .94},
        {1, .5, .5},
        {1, 2e-3, 2e-2, .978},
        {1, 1e-6, 1},
        {1, 1e-6, 1}
    };

    /** How many random pairs the expectation of u weighs. */
    private static final double BELIEF_U = 2000;

    private final RowRanges ranges;
    private final Comparison comparison;
    private final NameCounts.Agreement names;

    /**
     * Weights for lists.
     *
     * @param comparison must know at least the rows of {@link #sample}
     */
    public PersonWeights(RowRanges ranges, Comparison comparison, NameCounts.Agreement names) {
        this.ranges = ranges;
        this.comparison = comparison;
        this.names = names;
    }

    /** Weights from the patterns of the candidates. */
    public Weights learn(Histogram seen) {
        double left = ranges.left();
        double right = ranges.right();
        double pairs = right == 0 ? Math.max(1, left * (left - 1) / 2) : left * right;
        double guess = right == 0 ? 0.05 * left : 0.5 * Math.min(left, right);
        double prior = Math.min(0.5, Math.max(0.5, guess) / pairs);
        return Estimation.learn(SPACE, seen, differentPeople(), EXPECTED_M, BELIEF, pairs, prior);
    }

    /** The pairs of rows that stand for random ones; the same for lists of the same sizes. */
    public static void sample(RowRanges ranges, RowPair visitor) {
        int right = ranges.right() == 0 ? ranges.left() : ranges.right();
        for (long i = 0; i < SAMPLE && ranges.left() > 1; i++) {
            int a = below(2 * i, ranges.left());
            int b = below(2 * i + 1, right) + (ranges.right() == 0 ? 0 : ranges.rightBase());
            if (a != b) {
                visitor.rows(a, b);
            }
        }
    }

    /** u from random pairs; agreement on names from how common the names are. */
    private double[][] differentPeople() {
        double[][] sums = new double[EXPECTED_U.length][];
        for (int f = 0; f < sums.length; f++) {
            sums[f] = new double[EXPECTED_U[f].length];
            for (int level = 1; level < sums[f].length; level++) {
                sums[f][level] = BELIEF_U * EXPECTED_U[f][level];
            }
        }
        sample(ranges, (a, b) -> {
            int pattern = comparison.pattern(a, b);
            if (!likelyOne(pattern)) {
                for (int f = 0; f < sums.length; f++) {
                    sums[f][SPACE.level(pattern, f)]++;
                }
            }
        });
        for (int level = ID_SAME; level <= ID_TWO_ERRORS; level++) {
            sums[ID][level] = EXPECTED_U[ID][level] * (SAMPLE + BELIEF_U);
        }
        double[][] u = Estimation.normalised(sums);
        for (int level = NAME_SAME_RARE; level <= NAME_SAME_COMMONEST; level++) {
            u[NAME][level] = Math.max(1e-9, names.of(level));
        }
        return u;
    }

    /** Pairs of one person are among the random pairs of a small list; they must not make agreement look common. */
    private static boolean likelyOne(int pattern) {
        int id = SPACE.level(pattern, ID);
        int name = SPACE.level(pattern, NAME);
        boolean nameAgrees = name >= NAME_SAME_RARE && name <= NAME_SOUND;
        return (id >= ID_SAME && id <= ID_TWO_ERRORS) || (nameAgrees && SPACE.level(pattern, BIRTH) == BIRTH_SAME);
    }

    private static int below(long i, int bound) {
        return (int) Long.remainderUnsigned(Hash.mix(i), bound);
    }
}
