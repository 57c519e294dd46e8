package org.doudi.bench.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Which person each row of one list is: a table from the row's key to a row number and an entity, small enough for millions. */
final class Truth {
    private long[] slots = new long[1 << 16];
    private int[] rowAt = new int[1 << 16];
    private int[] entities = new int[1 << 15];
    private int rows;

    private Truth() {}

    /** Reads {@code id,entity}; the first line is the header. */
    static Truth read(Path file) throws IOException {
        Truth truth = new Truth();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int comma = line.lastIndexOf(',');
                truth.add(line.substring(0, comma), Integer.parseInt(line, comma + 1, line.length(), 10));
            }
        }
        return truth;
    }

    int rows() {
        return rows;
    }

    int entity(int row) {
        return entities[row];
    }

    int[] rowsOfEntities(int bound) {
        int[] counts = new int[bound];
        for (int row = 0; row < rows; row++) {
            counts[entities[row]]++;
        }
        return counts;
    }

    int bound() {
        return rows == 0 ? 0 : Arrays.stream(entities, 0, rows).max().orElseThrow() + 1;
    }

    /** The row with this key, or -1. */
    int row(CharSequence key) {
        int at = find(slots, hash(key));
        return slots[at] == 0 ? -1 : rowAt[at];
    }

    private void add(String key, int entity) {
        if (rows * 2 >= slots.length) {
            grow();
        }
        if (rows == entities.length) {
            entities = Arrays.copyOf(entities, rows * 2);
        }
        long hash = hash(key);
        int at = find(slots, hash);
        if (slots[at] != 0) {
            throw new IllegalArgumentException("the truth names the row " + key + " twice");
        }
        slots[at] = hash;
        rowAt[at] = rows;
        entities[rows++] = entity;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        int[] rowsLarger = new int[larger.length];
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != 0) {
                int at = find(larger, slots[i]);
                larger[at] = slots[i];
                rowsLarger[at] = rowAt[i];
            }
        }
        slots = larger;
        rowAt = rowsLarger;
    }

    private static int find(long[] slots, long hash) {
        int at = (int) hash & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != hash) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    /** 64 bits, never 0: two of some million keys practically never share one. */
    private static long hash(CharSequence key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
