package org.doudi.linkage.score;

import java.io.Serializable;

/** Turns a pattern and its probability into a verdict: what the weights alone must not decide. */
public interface Rules extends Serializable {
    /** What to do with a pair. */
    Verdict verdict(int pattern, double probability);

    /** On what a match with this pattern rests. */
    Tier tier(int pattern);

    /** Whether this pattern shows two different people, so that other evidence must not bring the two together. */
    boolean excludes(int pattern);
}
