package org.doudi.bench.linkage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates the weights as Splink does: u from random pairs, m by expectation maximisation in the model's
 * sessions. A session learns the fields that do not block it.
 */
final class Training {
    private static final int RANDOM_PAIRS = 1_000_000;
    private static final int ROUNDS = 25;

    private final Model model;
    private final Duck duck;
    private final List<Comparison> fields;
    private final List<double[]> u = new ArrayList<>();

    Training(Model model, Duck duck) {
        this.model = model;
        this.duck = duck;
        this.fields = model.fields();
    }

    List<List<Double>> weights() throws SQLException {
        estimateU();
        List<List<double[]>> sessions = new ArrayList<>();
        for (Model.Session session : model.sessions()) {
            sessions.add(session(session.rule(), session.blocked()));
        }
        List<List<Double>> weights = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            double[] m = sessions.get(firstThatLearns(fields.get(f).name())).get(f);
            List<Double> bits = new ArrayList<>();
            for (int level = 0; level < m.length; level++) {
                bits.add(Math.log(m[level] / u.get(f)[level]) / Math.log(2));
            }
            weights.add(bits);
        }
        return weights;
    }

    private int firstThatLearns(String field) {
        int session = 0;
        while (model.sessions().get(session).blocked().contains(field)) {
            session++;
        }
        return session;
    }

    private void estimateU() throws SQLException {
        duck.run("SELECT setseed(0.42)");
        duck.run("CREATE TABLE pairs AS SELECT a.k AS lk, b.k AS rk FROM"
                + " (SELECT k, row_number() OVER () AS n FROM (SELECT 1 + floor(random() * (SELECT count(*) FROM l))::BIGINT AS k"
                + " FROM range(" + RANDOM_PAIRS + "))) a JOIN"
                + " (SELECT k, row_number() OVER () AS n FROM (SELECT 1 + floor(random() * (SELECT count(*) FROM r))::BIGINT AS k"
                + " FROM range(" + RANDOM_PAIRS + "))) b ON a.n = b.n");
        List<double[]> patterns = patterns();
        for (int f = 0; f < fields.size(); f++) {
            double[] counts = new double[fields.get(f).size()];
            for (double[] pattern : patterns) {
                if (pattern[f] >= 0) {
                    counts[(int) pattern[f]] += pattern[fields.size()];
                }
            }
            u.add(shares(counts));
        }
    }

    /** The agreement patterns of the pairs and how often each occurs; the pairs are dropped. */
    private List<double[]> patterns() throws SQLException {
        StringBuilder group = new StringBuilder();
        fields.forEach(field -> group.append("g_").append(field.name()).append(", "));
        List<double[]> patterns = duck.numbers("SELECT " + group + "count(*) FROM (SELECT " + DuckModel.gammas(model)
                + " FROM pairs JOIN l ON l.k = lk JOIN r ON r.k = rk) GROUP BY ALL");
        duck.run("DROP TABLE pairs");
        return patterns;
    }

    private List<double[]> session(String rule, List<String> blocked) throws SQLException {
        duck.run("CREATE TABLE pairs AS SELECT l.k AS lk, r.k AS rk FROM l JOIN r ON " + rule);
        List<double[]> patterns = patterns();
        List<double[]> m = new ArrayList<>();
        fields.forEach(field -> m.add(start(field.size())));
        double prior = 0.9;
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> sums = new ArrayList<>();
            fields.forEach(field -> sums.add(new double[field.size()]));
            double matches = 0;
            double all = 0;
            for (double[] pattern : patterns) {
                double expected = pattern[fields.size()] * probability(pattern, prior, m, blocked);
                matches += expected;
                all += pattern[fields.size()];
                for (int f = 0; f < fields.size(); f++) {
                    if (pattern[f] >= 0) {
                        sums.get(f)[(int) pattern[f]] += expected;
                    }
                }
            }
            prior = matches / all;
            for (int f = 0; f < fields.size(); f++) {
                m.set(f, shares(sums.get(f)));
            }
        }
        return m;
    }

    private double probability(double[] pattern, double prior, List<double[]> m, List<String> blocked) {
        double odds = prior / (1 - prior);
        for (int f = 0; f < fields.size(); f++) {
            if (pattern[f] >= 0 && !blocked.contains(fields.get(f).name())) {
                odds *= m.get(f)[(int) pattern[f]] / u.get(f)[(int) pattern[f]];
            }
        }
        return odds / (1 + odds);
    }

    private static double[] start(int levels) {
        double[] shares = new double[levels];
        shares[0] = 0.9;
        for (int i = 1; i < levels; i++) {
            shares[i] = 0.1 / (levels - 1);
        }
        return shares;
    }

    /** Shares with a little added to each, so that a level never seen has a weight. */
    private static double[] shares(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count + 0.1;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = (counts[i] + 0.1) / sum;
        }
        return shares;
    }
}
