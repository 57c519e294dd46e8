package org.doudi.linkage.fields;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Records packed: each field a column of numbers that stand for folded values. Fields of one kind share their numbers, so that a value
 * can be found in another field. To be sent, a row becomes the bytes of its values, each after its length; elsewhere they get numbers of
 * their own.
 */
public final class FieldRows implements Serializable {
    /** Bits of a length that one byte holds; the eighth says that more follow. */
    private static final int LENGTH_BITS = 7;

    private final Schema schema;
    private final List<Values> dictionaries = new ArrayList<>();
    private final int[][] columns;
    private int rows;

    /** No rows yet, of this schema. */
    public FieldRows(Schema schema) {
        this.schema = schema;
        Map<FieldKind, Values> byKind = new EnumMap<>(FieldKind.class);
        for (Schema.Field field : schema.fields()) {
            dictionaries.add(byKind.computeIfAbsent(field.kind(), k -> new Values()));
        }
        this.columns = new int[schema.fields().size()][64];
    }

    Schema schema() {
        return schema;
    }

    /** Number of rows. */
    public int size() {
        return rows;
    }

    /** Number of fields. */
    public int fields() {
        return columns.length;
    }

    /** The number of the value of a field in a row; 0: missing. */
    int value(int field, int row) {
        return columns[field][row];
    }

    /** The number of a value of a field. */
    int number(int field, String folded) {
        return dictionaries.get(field).number(folded);
    }

    String text(int field, int value) {
        return dictionaries.get(field).text(value);
    }

    /** The hash of a value, the same wherever it is met. */
    long hash(int field, int value) {
        return dictionaries.get(field).hash(value);
    }

    /** One more than the highest number of a value of a field. */
    int values(int field) {
        return dictionaries.get(field).size();
    }

    /** Whether the values of two fields are numbered alike. */
    boolean sameDictionary(int field, int other) {
        return dictionaries.get(field) == dictionaries.get(other);
    }

    /** Adds a row of numbers of values. */
    void add(int[] values) {
        for (int f = 0; f < columns.length; f++) {
            if (rows == columns[f].length) {
                columns[f] = Arrays.copyOf(columns[f], rows + (rows >> 1));
            }
            columns[f][rows] = values[f];
        }
        rows++;
    }

    /** Bytes of a row that is to be sent. */
    public int packedLength(int row) {
        int bytes = 0;
        for (int f = 0; f < columns.length; f++) {
            int length = length(f, row);
            bytes += length + 1;
            for (int more = length >>> LENGTH_BITS; more > 0; more >>>= LENGTH_BITS) {
                bytes++;
            }
        }
        return bytes;
    }

    private int length(int field, int row) {
        int value = value(field, row);
        return value == 0 ? 0 : dictionaries.get(field).length(value);
    }

    /** Writes a row that is to be sent, {@link #packedLength} bytes. */
    public void pack(int row, byte[] to) {
        int at = 0;
        for (int f = 0; f < columns.length; f++) {
            int length = length(f, row);
            int rest = length;
            while (rest >>> LENGTH_BITS > 0) {
                to[at++] = (byte) (rest | 1 << LENGTH_BITS);
                rest >>>= LENGTH_BITS;
            }
            to[at++] = (byte) rest;
            if (length > 0) {
                dictionaries.get(f).copy(value(f, row), to, at);
                at += length;
            }
        }
    }

    /** Adds a row that was packed elsewhere; bytes after it do not matter. */
    public void addPacked(byte[] from) {
        int[] values = new int[columns.length];
        int at = 0;
        for (int f = 0; f < columns.length; f++) {
            int length = 0;
            int shift = 0;
            while (from[at] < 0) {
                length |= (from[at++] & (1 << LENGTH_BITS) - 1) << shift;
                shift += LENGTH_BITS;
            }
            length |= from[at++] << shift;
            if (length > 0) {
                values[f] = dictionaries.get(f).number(from, at, length);
                at += length;
            }
        }
        add(values);
    }

    /** How many rows have each value of a field, among the rows {@code [from, to)}; 0 for "missing". */
    int[] counts(int field, int from, int to) {
        int[] counts = new int[values(field)];
        for (int row = from; row < to; row++) {
            counts[value(field, row)]++;
        }
        counts[0] = 0;
        return counts;
    }

    /** Receives a value and how many rows have it. */
    @FunctionalInterface
    public interface Counted {
        /** A value of a field, by its hash. */
        void value(int field, long hash, int rows);
    }

    /** Counts the values of all fields. */
    public void count(Counted visitor) {
        for (int f = 0; f < columns.length; f++) {
            int[] counts = counts(f, 0, rows);
            for (int value = 1; value < counts.length; value++) {
                if (counts[value] > 0) {
                    visitor.value(f, hash(f, value), counts[value]);
                }
            }
        }
    }

    /** How many rows have a value, field by field. */
    public long[] known() {
        long[] known = new long[columns.length];
        for (int f = 0; f < columns.length; f++) {
            for (int row = 0; row < rows; row++) {
                known[f] += value(f, row) == 0 ? 0 : 1;
            }
        }
        return known;
    }
}
