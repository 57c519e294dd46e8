package org.doudi.linkage.fields;

import java.io.Serializable;
import java.util.Arrays;
import org.doudi.linkage.block.RowRanges;

/**
 * How often values stand in the lists, added up: what must be known of all rows before two are compared. The sums are whole numbers, so
 * that the order in which values are counted does not matter, nor where.
 */
public final class Frequencies implements Serializable {
    private final Schema schema;
    private final boolean twoLists;
    private final long[] knownLeft;
    private final long[] knownRight;
    private final double[] sharing;
    private final long[][] agreeingLeft;
    private final long[][] agreeingRight;
    private final CommonValues common;

    /**
     * Nothing was counted yet.
     *
     * @param knownLeft left rows that have a value, field by field
     * @param knownRight right rows that have a value; ignored when there is one list
     */
    public Frequencies(Schema schema, boolean twoLists, long[] knownLeft, long[] knownRight) {
        int fields = schema.fields().size();
        this.schema = schema;
        this.twoLists = twoLists;
        this.knownLeft = knownLeft;
        this.knownRight = knownRight;
        this.sharing = new double[fields];
        this.agreeingLeft = new long[fields][];
        this.agreeingRight = new long[fields][];
        for (int f = 0; f < fields; f++) {
            int levels = schema.fields().get(f).kind().sameLevels() + 1;
            agreeingLeft[f] = new long[levels];
            agreeingRight[f] = new long[levels];
        }
        this.common = new CommonValues(fields);
    }

    /** Counts the values of rows that are all at hand. */
    static Frequencies of(FieldRows rows, RowRanges ranges) {
        int fields = rows.fields();
        boolean twoLists = ranges.right() > 0;
        int[][] left = new int[fields][];
        int[][] right = new int[fields][];
        long[] knownLeft = new long[fields];
        long[] knownRight = new long[fields];
        for (int f = 0; f < fields; f++) {
            left[f] = rows.counts(f, 0, ranges.left());
            right[f] = rows.counts(f, ranges.rightBase(), ranges.end());
            knownLeft[f] = Arrays.stream(left[f]).asLongStream().sum();
            knownRight[f] = Arrays.stream(right[f]).asLongStream().sum();
        }
        Frequencies frequencies = new Frequencies(rows.schema(), twoLists, knownLeft, knownRight);
        for (int f = 0; f < fields; f++) {
            for (int value = 1; value < left[f].length; value++) {
                frequencies.add(f, rows.hash(f, value), left[f][value], right[f][value]);
            }
        }
        return frequencies;
    }

    /** Counts a value, by its hash, once it is known how many rows of each list have it. */
    public void add(int field, long hash, long left, long right) {
        int level = level(field, twoLists ? left + right : left);
        sharing[field] += KeyCounts.pairs(left, right, twoLists);
        agreeingLeft[field][level] += left * (left - 1);
        if (twoLists) {
            agreeingRight[field][level] += right * (right - 1);
        }
        common.add(field, hash, level);
    }

    private int level(int field, long rows) {
        if (schema.fields().get(field).kind().sameLevels() == 1) {
            return 1;
        }
        long known = knownLeft[field] + (twoLists ? knownRight[field] : 0);
        return CommonValues.level(rows, known);
    }

    /** Adds what was counted of other values. */
    public Frequencies with(Frequencies other) {
        for (int f = 0; f < sharing.length; f++) {
            sharing[f] += other.sharing[f];
            for (int level = 0; level < agreeingLeft[f].length; level++) {
                agreeingLeft[f][level] += other.agreeingLeft[f][level];
                agreeingRight[f][level] += other.agreeingRight[f][level];
            }
        }
        common.addAll(other.common);
        return this;
    }

    /** The values that are not rare. */
    public CommonValues common() {
        return common;
    }

    /** Pairs of rows that share the value of a field. */
    double sharing(int field) {
        return sharing[field];
    }

    /** How often two rows of one list agree on a value of a level, half of it from each list. */
    double agreeing(int field, int level) {
        double left = share(agreeingLeft[field][level], knownLeft[field]);
        return twoLists ? (left + share(agreeingRight[field][level], knownRight[field])) / 2 : left;
    }

    private static double share(long agreeing, long known) {
        double rows = known;
        return agreeing / Math.max(1, rows * (rows - 1));
    }
}
