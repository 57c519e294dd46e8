package org.doudi.linkage.fields;

import java.util.List;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.linkage.score.Rules;
import org.doudi.linkage.score.Tier;
import org.doudi.linkage.score.Verdict;
import org.doudi.linkage.score.Weights;

/** What must hold besides the weights before two described records are taken for one. */
public final class FieldRules implements Rules {
    static final double MATCH_FROM = 0.80;
    static final double REVIEW_FROM = 0.20;

    private final List<Schema.Field> fields;
    private final Weights weights;
    private final PatternSpace space;

    /** The rules for records of a schema that weigh so much. */
    public FieldRules(Schema schema, Weights weights) {
        this.fields = schema.fields();
        this.weights = weights;
        this.space = weights.space();
    }

    @Override
    public Verdict verdict(int pattern, double probability) {
        if (probability >= MATCH_FROM && supported(pattern)) {
            return Verdict.MATCH;
        }
        return probability >= REVIEW_FROM ? Verdict.REVIEW : Verdict.NONE;
    }

    /** An identifier agrees, or at least two fields do. */
    private boolean supported(int pattern) {
        int support = 0;
        for (int f = 0; f < fields.size(); f++) {
            int level = space.level(pattern, f);
            if (level > 0 && weights.of(f, level) > 0) {
                support += fields.get(f).kind() == FieldKind.IDENTIFIER ? 2 : 1;
            }
        }
        return support >= 2;
    }

    @Override
    public Tier tier(int pattern) {
        Tier tier = Tier.PROBABLE;
        for (int f = 0; f < fields.size(); f++) {
            if (fields.get(f).kind() == FieldKind.IDENTIFIER) {
                int level = space.level(pattern, f);
                if (level == 1) {
                    return Tier.EXACT;
                }
                tier = level == 2 ? Tier.REPAIRED : tier;
            }
        }
        return tier;
    }

    @Override
    public boolean excludes(int pattern) {
        return weights.of(pattern) < 0;
    }
}
