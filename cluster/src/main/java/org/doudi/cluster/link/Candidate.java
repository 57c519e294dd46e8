package org.doudi.cluster.link;

import java.util.Arrays;

/**
 * A pair of rows that shares a key, packed into two longs: the numbers of the two rows, the lower first; and where the pair stands in
 * the order in which one machine finds pairs, with the pattern between the two rows.
 */
final class Candidate {
    /** Longs of a candidate. */
    static final int WORDS = 2;

    private static final int PATTERN_BITS = 31;
    private static final int KEY_BITS = 12;
    private static final int PARTITION_BITS = 12;

    private Candidate() {}

    static long rows(int low, int high) {
        return (long) low << 32 | high;
    }

    static int low(long rows) {
        return (int) (rows >>> 32);
    }

    static int high(long rows) {
        return (int) rows;
    }

    /**
     * The second long.
     *
     * @param pass ordinal of the pass that brought the pair
     * @param partition where one machine joins the key
     * @param key which key of the higher row it was
     */
    static long place(int pass, int partition, int key, int pattern) {
        long place = ((long) pass << PARTITION_BITS) | partition;
        return (place << KEY_BITS | key) << PATTERN_BITS | pattern;
    }

    static int pattern(long place) {
        return (int) (place & ((1L << PATTERN_BITS) - 1));
    }

    /** Orders candidates as one machine finds them; answers their places in {@code candidates}, counted in candidates. */
    static int[] inOrder(long[] candidates, int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        int[] room = new int[count];
        sort(candidates, order, room, 0, count);
        return order;
    }

    /** A stable merge sort of numbers by what they stand for. */
    private static void sort(long[] candidates, int[] order, int[] room, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(candidates, order, room, from, middle);
        sort(candidates, order, room, middle, to);
        if (compare(candidates, order[middle - 1], order[middle]) <= 0) {
            return;
        }
        System.arraycopy(order, from, room, from, to - from);
        int a = from;
        int b = middle;
        for (int i = from; i < to; i++) {
            boolean takeA = b == to || (a < middle && compare(candidates, room[a], room[b]) <= 0);
            order[i] = takeA ? room[a++] : room[b++];
        }
    }

    /** By pass and partition, then by the higher row, then by its key, then by the lower row from the highest down. */
    private static int compare(long[] candidates, int i, int j) {
        long placeI = candidates[i * WORDS + 1];
        long placeJ = candidates[j * WORDS + 1];
        int byPart = Long.compare(placeI >>> (PATTERN_BITS + KEY_BITS), placeJ >>> (PATTERN_BITS + KEY_BITS));
        if (byPart != 0) {
            return byPart;
        }
        long rowsI = candidates[i * WORDS];
        long rowsJ = candidates[j * WORDS];
        int byHigh = Integer.compare(high(rowsI), high(rowsJ));
        if (byHigh != 0) {
            return byHigh;
        }
        int byKey = Long.compare(placeI >>> PATTERN_BITS, placeJ >>> PATTERN_BITS);
        return byKey != 0 ? byKey : Integer.compare(low(rowsJ), low(rowsI));
    }
}
