package org.doudi.bench.linkage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of Splink's SQL in DuckDB: candidate pairs by equality rules, each without the pairs of the rules before it; levels
 * of agreement field by field; additive weights; a threshold. With {@code train} the weights are estimated from the data first.
 */
public final class DuckModel {
    private static final List<String> RULES = List.of(
            "l.nid = r.nid",
            "l.name = r.name AND l.birth = r.birth",
            "l.name = r.name AND l.village = r.village",
            "l.birth = r.birth AND l.village = r.village");
    /** Bits for a probability of 0.95. */
    private static final double THRESHOLD = 4.25;

    private DuckModel() {}

    /** Arguments: the left list, the right list, the file for the pairs, and {@code fixed} or {@code train}. */
    public static void main(String[] args) throws SQLException {
        try (Duck duck = new Duck()) {
            duck.loadAll("l", Path.of(args[0]));
            duck.loadAll("r", Path.of(args[1]));
            List<List<Double>> weights = args[3].equals("train")
                    ? new Training(duck).weights()
                    : Comparison.FIELDS.stream().map(Comparison::weights).toList();
            duck.run("CREATE TABLE pairs AS " + candidates());
            duck.copy(scored(weights), Path.of(args[2]));
        }
    }

    private static String candidates() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < RULES.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ALL ");
            sql.append("SELECT l.k AS lk, r.k AS rk FROM l JOIN r ON ").append(RULES.get(i));
            for (int before = 0; before < i; before++) {
                sql.append(before == 0 ? " WHERE" : " AND");
                sql.append(" NOT coalesce((").append(RULES.get(before)).append("), false)");
            }
        }
        return sql.toString();
    }

    /** The select list of all levels. */
    static String gammas() {
        return Comparison.FIELDS.stream()
                .map(field -> field.gamma() + " AS g_" + field.name())
                .collect(Collectors.joining(", "));
    }

    private static String scored(List<List<Double>> weights) {
        StringBuilder sum = new StringBuilder("-log2(greatest((SELECT count(*) FROM l), 1) / 0.7)");
        for (int i = 0; i < weights.size(); i++) {
            sum.append(" + ").append(Comparison.FIELDS.get(i).weight(weights.get(i)));
        }
        return "SELECT leftId, rightId, weight FROM (SELECT leftId, rightId, " + sum
                + " AS weight FROM (SELECT l.id AS leftId, r.id AS rightId, " + gammas()
                + " FROM pairs JOIN l ON l.k = lk JOIN r ON r.k = rk)) WHERE weight >= " + THRESHOLD;
    }
}
