package org.doudi.cluster.link;

import java.io.Serializable;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Rules;
import org.doudi.linkage.score.Weights;

/**
 * What agreement weighs and what it amounts to.
 *
 * @param weights the weights
 * @param rules what must hold besides them
 */
record Scoring(Weights weights, Rules rules) implements Serializable {
    Judge judge() {
        return new Judge(weights, rules);
    }
}
