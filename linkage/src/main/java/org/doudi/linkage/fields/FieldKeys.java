package org.doudi.linkage.fields;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.doudi.linkage.block.Keys;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.table.UnreadableList;

/**
 * One blocking pass: rows that share the values of one field, or of two where one alone would bring too many together. Keys are made of
 * the hashes of the values, so that a row has the same keys wherever it lies.
 */
public final class FieldKeys implements Serializable {
    /** A row that shares its key with more rows than these is not brought together with all of them. */
    public static final int MOST_IN_BLOCK = 2000;

    /** Pairs a pass may be expected to bring, for each row. */
    private static final double PAIRS_A_ROW = 5;

    private static final double MOST_PAIRS = 60_000_000;
    private static final double ALWAYS = 20_000;

    private final int[] fields;

    private FieldKeys(int... fields) {
        this.fields = fields;
    }

    /**
     * The passes that the lists allow, most selective first.
     *
     * @param config what messages call the schema
     * @param sharing counts the pairs of rows that share the key of a pass over two fields: fields may depend on each other as postcode and
     *     place do
     * @throws UnreadableList if there is none
     */
    public static List<FieldKeys> passes(
            Path config,
            Schema schema,
            RowRanges ranges,
            Frequencies frequencies,
            ToDoubleFunction<FieldKeys> sharing) {
        int n = schema.fields().size();
        double rows = ranges.total();
        double budget = Math.max(ALWAYS, Math.min(MOST_PAIRS / n, PAIRS_A_ROW * rows));
        List<FieldKeys> passes = new ArrayList<>();
        List<Integer> broad = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            if (frequencies.sharing(f) <= budget) {
                passes.add(new FieldKeys(f));
            } else {
                broad.add(f);
            }
        }
        for (int i = 0; i < broad.size(); i++) {
            for (int j = i + 1; j < broad.size(); j++) {
                FieldKeys both = new FieldKeys(broad.get(i), broad.get(j));
                if (sharing.applyAsDouble(both) <= budget) {
                    passes.add(both);
                }
            }
        }
        if (passes.isEmpty()) {
            throw new UnreadableList(
                    config,
                    0,
                    "no field of the schema tells records apart well enough to bring likely pairs together",
                    "Add a field with more different values, such as a name, a date or an identifier");
        }
        return passes;
    }

    /** Counts how many of the rows {@code [from, to)} have each key. */
    public void count(FieldRows rows, int from, int to, boolean areRight, KeyCounts counts) {
        long[] key = new long[1];
        for (int row = from; row < to; row++) {
            if (key(rows, row, key) == 1) {
                counts.add(key[0], areRight, 1);
            }
        }
    }

    /** The columns, as a summary names the pass. */
    public String name(Schema schema) {
        return Arrays.stream(fields)
                .mapToObj(f -> schema.fields().get(f).column())
                .collect(Collectors.joining("+"));
    }

    /** Whether this pass brings a pair. */
    boolean brings(FieldRows rows, int a, int b) {
        for (int field : fields) {
            int value = rows.value(field, a);
            if (value == 0 || value != rows.value(field, b)) {
                return false;
            }
        }
        return true;
    }

    private int key(FieldRows rows, int row, long[] keys) {
        long hash = 0;
        for (int field : fields) {
            int value = rows.value(field, row);
            if (value == 0) {
                return 0;
            }
            hash = (hash ^ rows.hash(field, value)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
            hash *= 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 32;
        }
        keys[0] = hash;
        return 1;
    }

    /** This pass over certain rows. */
    public Keys over(FieldRows rows) {
        return new Keys() {
            @Override
            public int of(int row, long[] keys) {
                return key(rows, row, keys);
            }

            @Override
            public long tag(int row) {
                return 0;
            }
        };
    }
}
