package org.doudi.linkage.fields;

import java.util.List;
import org.doudi.linkage.block.Pairs;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Weights;

/** Looks at the pairs of records that one pass brings. */
public final class FieldPairs implements Pairs {
    private static final double HOPELESS = 1e-7;

    private final FieldRows rows;
    private final Comparison comparison;
    private final List<FieldKeys> before;
    private final Weights first;

    /**
     * Pairs of these rows.
     *
     * @param before the passes that come before this one
     * @param first the weights before the candidates were seen
     */
    public FieldPairs(FieldRows rows, Comparison comparison, List<FieldKeys> before, Weights first) {
        this.rows = rows;
        this.comparison = comparison;
        this.before = before;
        this.first = first;
    }

    @Override
    public int pattern(int a, int b, long tagA, long tagB) {
        for (FieldKeys earlier : before) {
            if (earlier.brings(rows, a, b)) {
                return BROUGHT_BEFORE;
            }
        }
        return comparison.pattern(a, b);
    }

    @Override
    public boolean hopeful(int pattern) {
        return first.probability(pattern) > HOPELESS;
    }
}
