package org.doudi.linkage.score;

/**
 * Learns m and the share of matching pairs from the patterns of the candidates, without labels, by expectation maximisation; u is given.
 * All pairs that are no candidates count as different people.
 */
public final class Estimation {
    private static final int MOST_ROUNDS = 60;
    private static final double STILL = 1e-6;

    private Estimation() {}

    /**
     * Learns the weights.
     *
     * @param seen patterns of the candidates
     * @param u by field and level, how often a level is seen between different people
     * @param expected by field and level, what m is thought to be before seeing the lists
     * @param belief how many pairs the expectation weighs
     * @param pairs number of all pairs, candidates or not
     * @param prior share of matching pairs to begin with
     */
    public static Weights learn(
            PatternSpace space,
            Histogram seen,
            double[][] u,
            double[][] expected,
            double belief,
            double pairs,
            double prior) {
        int[] patterns = seen.patterns();
        double[][] m = expected;
        double lambda = prior;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Weights weights = new Weights(space, m, u, lambda);
            double[][] sums = new double[m.length][];
            for (int f = 0; f < m.length; f++) {
                sums[f] = new double[m[f].length];
                for (int level = 1; level < m[f].length; level++) {
                    sums[f][level] = belief * expected[f][level];
                }
            }
            double matches = 0;
            for (int pattern : patterns) {
                double share = seen.count(pattern) * weights.probability(pattern);
                matches += share;
                for (int f = 0; f < m.length; f++) {
                    sums[f][space.level(pattern, f)] += share;
                }
            }
            double next = Math.min(0.5, Math.max(matches, 0.5) / pairs);
            double moved = Math.abs(next - lambda) / lambda;
            lambda = next;
            m = normalised(sums);
            if (moved < STILL && round > 2) {
                break;
            }
        }
        return new Weights(space, m, u, lambda);
    }

    /** Each field's levels, without "missing", made to sum to 1; none is quite 0. */
    public static double[][] normalised(double[][] sums) {
        double[][] shares = new double[sums.length][];
        for (int f = 0; f < sums.length; f++) {
            double total = 0;
            for (int level = 1; level < sums[f].length; level++) {
                total += sums[f][level];
            }
            shares[f] = new double[sums[f].length];
            shares[f][0] = 1;
            for (int level = 1; level < sums[f].length; level++) {
                shares[f][level] = Math.max(1e-12, sums[f][level] / total);
            }
        }
        return shares;
    }
}
