package org.doudi.bench.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * Times several ways of doing the same over numbered households in one process: all are warmed up together, so that each meets code
 * that the compiler has seen used by the others, and then they take turns.
 */
final class Timing {
    private final int households;
    private final Map<String, IntToLongFunction> ways = new LinkedHashMap<>();
    private long sink;

    Timing(int households) {
        this.households = households;
    }

    /** A way of doing it: what it answers about household n is only kept from being optimised away. */
    Timing way(String name, IntToLongFunction way) {
        ways.put(name, way);
        return this;
    }

    /** Nanoseconds a household, one value a round. */
    Map<String, List<Double>> measure(int warmUp, int rounds) {
        for (int i = 0; i < warmUp; i++) {
            ways.values().forEach(this::pass);
        }
        Map<String, List<Double>> nanos = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            ways.forEach((name, way) ->
                    nanos.computeIfAbsent(name, unused -> new ArrayList<>()).add(pass(way)));
        }
        if (sink == 42) {
            throw new IllegalStateException("as good as impossible, and the compiler cannot know");
        }
        return nanos;
    }

    private double pass(IntToLongFunction way) {
        long start = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < households; i++) {
            sum += way.applyAsLong(i);
        }
        sink += sum;
        return (System.nanoTime() - start) / (double) households;
    }
}
