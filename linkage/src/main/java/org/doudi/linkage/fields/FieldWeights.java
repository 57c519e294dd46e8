package org.doudi.linkage.fields;

import java.util.List;
import java.util.SplittableRandom;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.score.Estimation;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.linkage.score.Weights;

/** Learns the weights of described records from the lists themselves. */
final class FieldWeights {
    private static final int SAMPLE = 60_000;
    private static final double BELIEF = 20;
    private static final double BELIEF_U = 200;
    private static final double LEAST_U = 1e-7;
    private static final long SEED = 20170317;

    private final Records records;
    private final FieldComparison comparison;
    private final List<Schema.Field> fields;
    private final double[][] u;
    private final double[][] expected;

    FieldWeights(Records records, FieldComparison comparison) {
        this.records = records;
        this.comparison = comparison;
        this.fields = records.schema().fields();
        this.u = differentRecords();
        this.expected = new double[fields.size()][];
        for (int f = 0; f < expected.length; f++) {
            expected[f] = expectedM(fields.get(f).kind());
        }
    }

    /** Weights before the candidates were seen. */
    Weights first() {
        return new Weights(comparison.space(), expected, u, prior());
    }

    /** Weights from the patterns of the candidates. */
    Weights learn(Histogram seen) {
        Weights learned = Estimation.learn(comparison.space(), seen, u, expected, BELIEF, records.pairs(), prior());
        Double given = records.schema().prior();
        return given == null ? learned : learned.withPrior(given);
    }

    private double prior() {
        Double given = records.schema().prior();
        if (given != null) {
            return given;
        }
        RowRanges ranges = records.ranges();
        double matches = ranges.right() == 0 ? 0.05 * ranges.left() : 0.5 * Math.min(ranges.left(), ranges.right());
        return Math.min(0.5, Math.max(0.5, matches) / records.pairs());
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
    private double[][] differentRecords() {
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
            countEqualValues(f, u[f]);
        }
        return u;
    }

    private void countRandomPairs(double[][] sums) {
        RowRanges ranges = records.ranges();
        SplittableRandom random = new SplittableRandom(SEED);
        int right = ranges.right() == 0 ? ranges.left() : ranges.right();
        if (ranges.left() < 2 || right < 2) {
            return;
        }
        PatternSpace space = comparison.space();
        long wanted = (long) Math.min(SAMPLE, 4 * records.pairs());
        for (long i = 0; i < wanted; i++) {
            int a = random.nextInt(ranges.left());
            int b = random.nextInt(right) + (ranges.right() == 0 ? 0 : ranges.rightBase());
            if (a == b) {
                continue;
            }
            int pattern = comparison.pattern(a, b);
            if (!likelyOne(pattern)) {
                for (int f = 0; f < sums.length; f++) {
                    sums[f][space.level(pattern, f)]++;
                }
            }
        }
    }

    /** More than half of the fields that can be compared are the same: one record, by chance among the random pairs. */
    private boolean likelyOne(int pattern) {
        int same = 0;
        int compared = 0;
        for (int f = 0; f < fields.size(); f++) {
            int level = comparison.space().level(pattern, f);
            compared += level > 0 ? 1 : 0;
            same += level > 0 && level <= fields.get(f).kind().sameLevels() ? 1 : 0;
        }
        return same * 2 > compared && same > 1;
    }

    private void countEqualValues(int f, double[] u) {
        double left = 0;
        double right = 0;
        for (int value = 1; value < records.values(f); value++) {
            left += records.leftCount(f, value);
            right += records.rightCount(f, value);
        }
        int same = fields.get(f).kind().sameLevels();
        double[] agreeing = new double[same + 1];
        for (int value = 1; value < records.values(f); value++) {
            int level = comparison.sameLevel(f, value);
            double l = records.leftCount(f, value);
            double r = records.rightCount(f, value);
            agreeing[level] += l * (l - 1) / Math.max(1, left * (left - 1)) / 2;
            agreeing[level] += r * (r - 1) / Math.max(1, right * (right - 1)) / 2;
        }
        for (int level = 1; level <= same; level++) {
            u[level] = Math.max(LEAST_U, agreeing[level]);
        }
    }
}
