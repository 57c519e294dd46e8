package org.doudi.bench.linkage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of Splink's SQL in DuckDB: candidate pairs by equality rules, each without the pairs of the rules before it; levels
 * of agreement field by field; additive weights; a threshold. Trained weights are estimated from the data first.
 */
public final class DuckModel {
    /** Bits for a probability of 0.8: of the round thresholds the one with the best F1 on these lists. */
    private static final double THRESHOLD = 2.0;

    private final Model model;
    private final Duck duck;

    private DuckModel(Model model, Duck duck) {
        this.model = model;
        this.duck = duck;
    }

    /** Arguments: the left list, the right list, the file for the pairs, and {@code fixed}, {@code train} or {@code febrl}. */
    public static void main(String[] args) throws SQLException {
        try (Duck duck = new Duck()) {
            Model model = args[3].equals("febrl") ? Model.FEBRL : Model.PEOPLE;
            duck.load("l", Path.of(args[0]), model);
            duck.load("r", Path.of(args[1]), model);
            List<List<Double>> weights = args[3].equals("fixed")
                    ? model.fields().stream().map(Comparison::weights).toList()
                    : new Training(model, duck).weights();
            new DuckModel(model, duck).link(weights, Path.of(args[2]));
        }
    }

    private void link(List<List<Double>> weights, Path file) throws SQLException {
        duck.run("CREATE TABLE pairs AS " + candidates());
        duck.copy(scored(weights), file);
    }

    private String candidates() {
        StringBuilder sql = new StringBuilder();
        List<String> rules = model.rules();
        for (int i = 0; i < rules.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ALL ");
            sql.append("SELECT l.k AS lk, r.k AS rk FROM l JOIN r ON ").append(rules.get(i));
            for (int before = 0; before < i; before++) {
                sql.append(before == 0 ? " WHERE" : " AND");
                sql.append(" NOT coalesce((").append(rules.get(before)).append("), false)");
            }
        }
        return sql.toString();
    }

    /** The select list of all levels. */
    static String gammas(Model model) {
        return model.fields().stream()
                .map(field -> field.gamma() + " AS g_" + field.name())
                .collect(Collectors.joining(", "));
    }

    private String scored(List<List<Double>> weights) {
        StringBuilder sum = new StringBuilder("-log2(greatest((SELECT count(*) FROM l), 1) / " + model.share() + ")");
        for (int i = 0; i < weights.size(); i++) {
            sum.append(" + ").append(model.fields().get(i).weight(weights.get(i)));
        }
        return "SELECT leftId, rightId, weight FROM (SELECT leftId, rightId, " + sum
                + " AS weight FROM (SELECT l.id AS leftId, r.id AS rightId, " + gammas(model)
                + " FROM pairs JOIN l ON l.k = lk JOIN r ON r.k = rk)) WHERE weight >= " + THRESHOLD;
    }
}
