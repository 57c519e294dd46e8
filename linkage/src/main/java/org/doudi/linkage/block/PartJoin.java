package org.doudi.linkage.block;

import java.util.Arrays;

/**
 * Joins one partition: brings each entry together with the earlier ones of its key, the latest first, with tables that are used again.
 *
 * <p>An entry is {@link #ENTRY} longs: its key, its tag ({@link #TAG}) and its row ({@link #ROW}), with the bit {@link #GUEST} set in the
 * row for an entry whose key is a guess: guests meet residents, not each other. All entries of a key must be in one partition, in the
 * order of their rows.
 */
public final class PartJoin {
    /** Longs of an entry. */
    public static final int ENTRY = 3;

    /** Place of the tag. */
    public static final int TAG = 1;

    /** Place of the row. */
    public static final int ROW = 2;

    /** Marks the row of a guest. */
    public static final int GUEST = 1 << 31;

    private final int mostInBlock;
    private int[] head = new int[1 << 12];
    private int[] next = new int[1 << 12];

    /**
     * A join.
     *
     * @param mostInBlock an entry of a larger block meets only the last so many of it
     */
    public PartJoin(int mostInBlock) {
        this.mostInBlock = mostInBlock;
    }

    /**
     * Brings the entries together.
     *
     * @param entries the entries
     * @param from the first to be brought together, counted in entries
     * @param to the first that is not
     * @param sink receives the pairs, the earlier entry's row first
     * @return how many entries met not all of their block because it was too large
     */
    public long run(long[] entries, int from, int to, PairSink sink) {
        int size = to - from;
        int slots = Integer.highestOneBit(Math.max(16, size)) << 1;
        if (head.length < slots) {
            head = new int[slots];
        }
        if (next.length < size) {
            next = new int[size + (size >> 1)];
        }
        Arrays.fill(head, 0, slots, -1);
        long cut = 0;
        for (int i = 0; i < size; i++) {
            int at = (from + i) * ENTRY;
            int slot = (int) (entries[at] & (slots - 1));
            cut += join(entries, at, from, head[slot], sink);
            next[i] = head[slot];
            head[slot] = i;
        }
        return cut;
    }

    /** Meets one entry with the earlier ones of its slot that have its key; answers 1 if they were too many. */
    private int join(long[] entries, int at, int from, int first, PairSink sink) {
        long wanted = entries[at];
        int me = (int) entries[at + ROW];
        int met = 0;
        for (int other = first; other >= 0; other = next[other]) {
            int there = (from + other) * ENTRY;
            if (entries[there] != wanted) {
                continue;
            }
            if (met == mostInBlock) {
                return 1;
            }
            met++;
            int you = (int) entries[there + ROW];
            if ((me & you & GUEST) == 0 && (me & ~GUEST) != (you & ~GUEST)) {
                sink.pair(you & ~GUEST, me & ~GUEST, entries[there + TAG], entries[at + TAG]);
            }
        }
        return 0;
    }
}
