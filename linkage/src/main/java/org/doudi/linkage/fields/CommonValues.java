package org.doudi.linkage.fields;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that are not rare, field by field, by their hashes. They are few, however many rows there are: each takes its share of them. */
public final class CommonValues implements Serializable {
    /** Bounds between rare, uncommon and common, as shares of the rows. */
    private static final double[] BOUNDS = {5e-4, 5e-3};

    private static final int RARE = 1;

    private final List<Map<Long, Integer>> levels = new ArrayList<>();

    /** No value of any field is common. */
    CommonValues(int fields) {
        for (int f = 0; f < fields; f++) {
            levels.add(new HashMap<>());
        }
    }

    /** The level of agreement on a value that so many rows have, of so many that have any. */
    static int level(long rows, long known) {
        int level = RARE;
        for (double bound : BOUNDS) {
            level += rows > Math.max(2, bound * Math.max(1, known)) ? 1 : 0;
        }
        return level;
    }

    void add(int field, long hash, int level) {
        if (level > RARE) {
            levels.get(field).put(hash, level);
        }
    }

    void addAll(CommonValues others) {
        for (int f = 0; f < levels.size(); f++) {
            levels.get(f).putAll(others.levels.get(f));
        }
    }

    /** The level of agreement on a value. */
    int level(int field, long hash) {
        return levels.get(field).getOrDefault(hash, RARE);
    }
}
