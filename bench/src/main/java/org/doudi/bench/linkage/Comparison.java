package org.doudi.bench.linkage;

import java.util.List;

/**
 * One field of the Fellegi-Sunter model: its levels from best to worst, each an SQL condition over the rows l and r. A pair
 * that fits none has the last level; a pair with a missing value has level -1 and weight 0.
 *
 * @param weights fixed weights in bits, one a level; empty for a field that must be trained
 */
record Comparison(String name, String missing, List<String> levels, List<Double> weights) {
    /** A field that has the same name on both sides, with no fixed weights. */
    static Comparison of(String column, String... levels) {
        return new Comparison(
                column, "l." + column + " IS NULL OR r." + column + " IS NULL", List.of(levels), List.of());
    }

    /** The same with fixed weights. */
    Comparison weighing(Double... bits) {
        return new Comparison(name, missing, levels, List.of(bits));
    }

    int size() {
        return levels.size() + 1;
    }

    /** The level of a pair as a number: 0 the best, -1 for a missing value. */
    String gamma() {
        StringBuilder sql = new StringBuilder("CASE WHEN ").append(missing).append(" THEN -1");
        for (int i = 0; i < levels.size(); i++) {
            sql.append(" WHEN ").append(levels.get(i)).append(" THEN ").append(i);
        }
        return sql.append(" ELSE ").append(levels.size()).append(" END").toString();
    }

    /** The weight of a level that was computed before. */
    String weight(List<Double> bits) {
        StringBuilder sql = new StringBuilder("CASE g_").append(name).append(" WHEN -1 THEN 0e0");
        for (int i = 0; i < bits.size() - 1; i++) {
            sql.append(" WHEN ").append(i).append(" THEN ").append(bits.get(i)).append("e0");
        }
        return sql.append(" ELSE ")
                .append(bits.get(bits.size() - 1))
                .append("e0 END")
                .toString();
    }
}
