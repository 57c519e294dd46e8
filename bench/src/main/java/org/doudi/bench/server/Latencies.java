package org.doudi.bench.server;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long each request took, in milliseconds, and what went wrong. */
final class Latencies {
    private static final int MOST_ERRORS = 20;

    private final Map<Kind, List<Double>> times = new EnumMap<>(Kind.class);
    private final List<String> errors = new ArrayList<>();
    private int failed;

    synchronized void took(Kind kind, double millis) {
        times.computeIfAbsent(kind, k -> new ArrayList<>()).add(millis);
    }

    synchronized void failed(Kind kind, String why) {
        failed++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(kind.words() + ": " + why);
        }
    }

    synchronized int failed() {
        return failed;
    }

    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    synchronized int count(Kind kind) {
        return times.getOrDefault(kind, List.of()).size();
    }

    /** The time that so many of a hundred requests did not exceed. */
    synchronized double percentile(Kind kind, double percent) {
        return percentile(times.getOrDefault(kind, List.of()), percent);
    }

    static double percentile(List<Double> values, double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
