package org.doudi.linkage.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doudi.linkage.block.Keys;

/** One blocking pass: rows that share the values of one field, or of two where one alone would bring too many together. */
final class FieldKeys implements Keys {
    /** Pairs a pass may be expected to bring, for each row. */
    private static final double PAIRS_A_ROW = 5;

    private static final double MOST_PAIRS = 60_000_000;
    private static final double ALWAYS = 20_000;

    private final Records records;
    private final int[] fields;

    private FieldKeys(Records records, int... fields) {
        this.records = records;
        this.fields = fields;
    }

    /** The passes that the lists allow, most selective first. */
    static List<FieldKeys> passes(Records records) {
        int n = records.schema().fields().size();
        double rows = records.ranges().total();
        double budget = Math.max(ALWAYS, Math.min(MOST_PAIRS / n, PAIRS_A_ROW * rows));
        List<FieldKeys> passes = new ArrayList<>();
        List<Integer> broad = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            if (records.sharing(f) <= budget) {
                passes.add(new FieldKeys(records, f));
            } else {
                broad.add(f);
            }
        }
        for (int i = 0; i < broad.size(); i++) {
            for (int j = i + 1; j < broad.size(); j++) {
                FieldKeys both = new FieldKeys(records, broad.get(i), broad.get(j));
                if (both.sharing() <= budget) {
                    passes.add(both);
                }
            }
        }
        return passes;
    }

    /** Pairs of rows that share the key; counted, because fields may depend on each other as postcode and place do. */
    private double sharing() {
        Map<Long, int[]> counts = new HashMap<>();
        long[] key = new long[1];
        for (int row = 0; row < records.ranges().end(); row++) {
            if (of(row, key) == 1) {
                counts.computeIfAbsent(key[0], k -> new int[2])[records.ranges().isRight(row) ? 1 : 0]++;
            }
        }
        double pairs = 0;
        for (int[] count : counts.values()) {
            double l = count[0];
            pairs += records.ranges().right() == 0 ? l * (l - 1) / 2 : l * count[1];
        }
        return pairs;
    }

    String name() {
        return Arrays.stream(fields)
                .mapToObj(f -> records.schema().fields().get(f).column())
                .collect(Collectors.joining("+"));
    }

    /** Whether this pass brings a pair. */
    boolean brings(int a, int b) {
        for (int field : fields) {
            int value = records.value(field, a);
            if (value == 0 || value != records.value(field, b)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int of(int row, long[] keys) {
        long hash = 0;
        for (int field : fields) {
            int value = records.value(field, row);
            if (value == 0) {
                return 0;
            }
            hash = (hash ^ value) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
            hash *= 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 32;
        }
        keys[0] = hash;
        return 1;
    }

    @Override
    public long tag(int row) {
        return 0;
    }
}
