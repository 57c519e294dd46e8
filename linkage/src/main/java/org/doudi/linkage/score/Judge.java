package org.doudi.linkage.score;

import org.jspecify.annotations.Nullable;

/** The rules applied to the weights, remembered by pattern. */
public final class Judge {
    private static final int MOST_KNOWN = 1 << 20;

    private final Weights weights;
    private final Rules rules;
    private final @Nullable Verdict[] known;

    /** Judges patterns of the space of these weights. */
    public Judge(Weights weights, Rules rules) {
        this.weights = weights;
        this.rules = rules;
        this.known = new Verdict[Math.min(MOST_KNOWN, weights.space().size())];
    }

    /** What a pattern amounts to. */
    public Verdict verdict(int pattern) {
        if (pattern >= known.length) {
            return rules.verdict(pattern, weights.probability(pattern));
        }
        Verdict verdict = known[pattern];
        if (verdict == null) {
            verdict = rules.verdict(pattern, weights.probability(pattern));
            known[pattern] = verdict;
        }
        return verdict;
    }

    /** What a pattern amounts to when something outside the two rows adds to its weight. */
    public Verdict verdict(int pattern, double bonus) {
        return rules.verdict(pattern, weights.probability(weights.of(pattern) + bonus));
    }

    /** Whether a pattern shows two different people. */
    public boolean excludes(int pattern) {
        return rules.excludes(pattern);
    }

    /** On what a match with this pattern rests. */
    public Tier tier(int pattern) {
        return rules.tier(pattern);
    }

    /** The weights. */
    public Weights weights() {
        return weights;
    }
}
