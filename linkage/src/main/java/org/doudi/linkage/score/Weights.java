package org.doudi.linkage.score;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The weight of every pattern: the sum over its fields of log2(m/u), m being how often a level is seen between two rows of one person
 * and u between two rows of different people.
 */
public final class Weights implements Serializable {
    private static final int MOST_KEPT = 1 << 20;
    private final PatternSpace space;
    private final double[][] m;
    private final double[][] u;
    private final double[][] weight;
    private final double prior;
    private final transient double[] kept;

    /**
     * Weights from probabilities.
     *
     * @param m by field and level; level 0 (missing) is not used
     * @param u by field and level
     * @param prior share of matching pairs among all pairs
     */
    public Weights(PatternSpace space, double[][] m, double[][] u, double prior) {
        this.space = space;
        this.m = m;
        this.u = u;
        this.prior = prior;
        this.weight = new double[m.length][];
        for (int f = 0; f < m.length; f++) {
            weight[f] = new double[m[f].length];
            for (int level = 1; level < m[f].length; level++) {
                double w = Math.log(m[f][level] / u[f][level]) / Math.log(2);
                // hundredths: the same sum on every machine and engine
                weight[f][level] = Math.round(w * 100) / 100.0;
            }
        }
        this.kept = new double[Math.min(space.size(), MOST_KEPT)];
        Arrays.fill(kept, Double.NaN);
    }

    /** What was worked out already is not sent along. */
    private Object readResolve() {
        return new Weights(space, m, u, prior);
    }

    /** Weight of a pattern, in bits. */
    public double of(int pattern) {
        if (pattern >= kept.length) {
            return sum(pattern);
        }
        double known = kept[pattern];
        if (Double.isNaN(known)) {
            known = sum(pattern);
            kept[pattern] = known;
        }
        return known;
    }

    private double sum(int pattern) {
        double sum = 0;
        for (int f = 0; f < weight.length; f++) {
            sum += weight[f][space.level(pattern, f)];
        }
        return Math.round(sum * 100) / 100.0;
    }

    /** Weight of one level of one field, in bits. */
    public double of(int field, int level) {
        return weight[field][level];
    }

    /** Probability that two rows with this pattern are one person. */
    public double probability(int pattern) {
        return probability(of(pattern));
    }

    /** Probability that belongs to a weight. */
    public double probability(double bits) {
        double odds = prior / (1 - prior) * Math.pow(2, bits);
        return odds / (1 + odds);
    }

    /** The same weights with another share of matching pairs. */
    public Weights withPrior(double share) {
        return new Weights(space, m, u, share);
    }

    /** Share of matching pairs among all pairs. */
    public double prior() {
        return prior;
    }

    /** How often a level is seen between two rows of one person. */
    public double m(int field, int level) {
        return m[field][level];
    }

    /** How often a level is seen between two rows of different people. */
    public double u(int field, int level) {
        return u[field][level];
    }

    /** The patterns these weights are for. */
    public PatternSpace space() {
        return space;
    }
}
