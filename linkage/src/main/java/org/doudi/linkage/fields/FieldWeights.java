package org.doudi.linkage.fields;

import java.util.List;
import java.util.SplittableRandom;
import org.doudi.linkage.block.RowPair;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Estimation;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.linkage.score.Weights;

/** Learns the weights of described records from the lists themselves. */
public final class FieldWeights {
    private static final int SAMPLE = 60_000;
    private static final double BELIEF = 20;
    private static final double BELIEF_U = 200;
    private static final double LEAST_U = 1e-7;
    private static final long SEED = 20170317;

    private final Schema schema;
    private final RowRanges ranges;
    private final Comparison comparison;
    private final PatternSpace space;
    private final List<Schema.Field> fields;
    private final double[][] u;
    private final double[][] expected;

    /**
     * Weights for lists.
     *
     * @param comparison must know at least the rows of {@link #sample}
     */
    public FieldWeights(Schema schema, RowRanges ranges, Frequencies frequencies, Comparison comparison) {
        this.schema = schema;
        this.ranges = ranges;
        this.comparison = comparison;
        this.space = schema.space();
        this.fields = schema.fields();
        this.u = differentRecords(frequencies);
        this.expected = new double[fields.size()][];
        for (int f = 0; f < expected.length; f++) {
            expected[f] = expectedM(fields.get(f).kind());
        }
    }

    /** Weights before the candidates were seen. */
    public Weights first() {
        return new Weights(space, expected, u, prior());
    }

    /** Weights from the patterns of the candidates. */
    public Weights learn(Histogram seen) {
        Weights learned = Estimation.learn(space, seen, u, expected, BELIEF, pairs(ranges), prior());
        Double given = schema.prior();
        return given == null ? learned : learned.withPrior(given);
    }

    private double prior() {
        Double given = schema.prior();
        if (given != null) {
            return given;
        }
        double matches = ranges.right() == 0 ? 0.05 * ranges.left() : 0.5 * Math.min(ranges.left(), ranges.right());
        return Math.min(0.5, Math.max(0.5, matches) / pairs(ranges));
    }

    /** All pairs of rows. */
    private static double pairs(RowRanges ranges) {
        double left = ranges.left();
        return Math.max(1, ranges.right() == 0 ? left * (left - 1) / 2 : left * ranges.right());
    }

    private static double[] expectedM(FieldKind kind) {
        return switch (kind) {
            case IDENTIFIER -> new double[] {1, .85, .08, .02, .05};
            case DATE -> new double[] {1, .88, .05, .02, .01, .04};
            case CODE -> new double[] {1, .3, .3, .25, .09, .06};
            case CATEGORY -> new double[] {1, .95, .05};
            case NAME, TEXT -> new double[] {1, .3, .27, .17, .12, .04, .02, .02, .06};
        };
    }

    /** How often different records agree: on equal values counted exactly within each list, on all else from random pairs. */
    private double[][] differentRecords(Frequencies frequencies) {
        double[][] sums = new double[fields.size()][];
        for (int f = 0; f < sums.length; f++) {
            int levels = fields.get(f).kind().levels().size();
            sums[f] = new double[levels];
            for (int level = 1; level < levels; level++) {
                sums[f][level] = level == levels - 1 ? BELIEF_U : BELIEF_U * 1e-3;
            }
        }
        countRandomPairs(sums);
        double[][] u = Estimation.normalised(sums);
        for (int f = 0; f < u.length; f++) {
            for (int level = 1; level <= fields.get(f).kind().sameLevels(); level++) {
                u[f][level] = Math.max(LEAST_U, frequencies.agreeing(f, level));
            }
        }
        return u;
    }

    private void countRandomPairs(double[][] sums) {
        sample(ranges, (a, b) -> {
            int pattern = comparison.pattern(a, b);
            if (!likelyOne(pattern)) {
                for (int f = 0; f < sums.length; f++) {
                    sums[f][space.level(pattern, f)]++;
                }
            }
        });
    }

    /** The pairs of rows that stand for random ones; the same for lists of the same sizes. */
    public static void sample(RowRanges ranges, RowPair visitor) {
        SplittableRandom random = new SplittableRandom(SEED);
        int right = ranges.right() == 0 ? ranges.left() : ranges.right();
        if (ranges.left() < 2 || right < 2) {
            return;
        }
        long wanted = (long) Math.min(SAMPLE, 4 * pairs(ranges));
        for (long i = 0; i < wanted; i++) {
            int a = random.nextInt(ranges.left());
            int b = random.nextInt(right) + (ranges.right() == 0 ? 0 : ranges.rightBase());
            if (a != b) {
                visitor.rows(a, b);
            }
        }
    }

    /** More than half of the fields that can be compared are the same: one record, by chance among the random pairs. */
    private boolean likelyOne(int pattern) {
        int same = 0;
        int compared = 0;
        for (int f = 0; f < fields.size(); f++) {
            int level = space.level(pattern, f);
            compared += level > 0 ? 1 : 0;
            same += level > 0 && level <= fields.get(f).kind().sameLevels() ? 1 : 0;
        }
        return same * 2 > compared && same > 1;
    }
}
