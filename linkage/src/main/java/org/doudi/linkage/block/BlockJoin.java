package org.doudi.linkage.block;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Finds all pairs of rows that share a key: the keys are spread over partitions small enough for the processor's cache, then each
 * partition is joined with a small hash table. The order of the pairs does not depend on the number of threads.
 */
public final class BlockJoin {
    private static final int TASK_ROWS = 1 << 15;
    private static final int PARTITION_ROWS = 2048;
    private static final int MOST_PARTITIONS = 1024;
    private static final int GUEST = 1 << 31;
    /** Words of an entry: its key, its tag, its row. */
    private static final int ENTRY = 3;

    private static final int TAG = 1;
    private static final int ROW = 2;

    private final RowRanges ranges;
    private final Workers workers;
    private final int mostInBlock;
    private final int partitions;
    private final int shift;
    private final LongAdder cutRows = new LongAdder();

    /**
     * A join over the rows of one list or two.
     *
     * @param mostInBlock rows of a larger block meet only the first so many of it; {@link #cutRows} counts them
     */
    public BlockJoin(RowRanges ranges, Workers workers, int mostInBlock) {
        this.ranges = ranges;
        this.workers = workers;
        this.mostInBlock = mostInBlock;
        int wanted = Math.max(1, Math.min(MOST_PARTITIONS, ranges.total() / PARTITION_ROWS));
        int bits = 32 - Integer.numberOfLeadingZeros(wanted - 1);
        this.partitions = 1 << bits;
        this.shift = 64 - bits;
    }

    /** Number of partitions, which is the number of sinks asked for in one pass. */
    public int partitions() {
        return partitions;
    }

    /** How often a row met not all of its block because the block was too large. */
    public long cutRows() {
        return cutRows.sum();
    }

    /**
     * Runs one pass.
     *
     * @param keys the keys of this pass
     * @param sinks gives the sink of a partition; it is used by one thread only
     */
    public void run(Keys keys, Function<Integer, PairSink> sinks) {
        int tasks = (ranges.end() + TASK_ROWS - 1) / TASK_ROWS;
        int[][] places = new int[tasks][];
        workers.run(tasks, () -> {
            long[] buffer = new long[Keys.MOST];
            return task -> places[task] = count(keys, task, buffer);
        });
        int[] starts = prefix(places);
        long[] entries = new long[starts[partitions] * ENTRY];
        workers.run(tasks, () -> {
            long[] buffer = new long[Keys.MOST];
            return task -> scatter(keys, task, buffer, places[task], entries);
        });
        workers.run(partitions, () -> new Table(entries, starts, sinks));
    }

    private int partition(long key) {
        return partitions == 1 ? 0 : (int) (key >>> shift);
    }

    private int[] count(Keys keys, int task, long[] buffer) {
        int[] counts = new int[partitions];
        int end = Math.min(ranges.end(), (task + 1) * TASK_ROWS);
        for (int r = task * TASK_ROWS; r < end; r++) {
            int n = ranges.isRow(r) ? Math.abs(keys.of(r, buffer)) : 0;
            for (int i = 0; i < n; i++) {
                counts[partition(buffer[i])]++;
            }
        }
        return counts;
    }

    /** Turns the counts of each task into the places where it writes; answers where each partition starts. */
    private int[] prefix(int[][] places) {
        int[] starts = new int[partitions + 1];
        long place = 0;
        for (int p = 0; p < partitions; p++) {
            starts[p] = (int) place;
            for (int[] task : places) {
                int n = task[p];
                task[p] = (int) place;
                place += n;
            }
        }
        if (place > (Integer.MAX_VALUE - 8) / ENTRY) {
            throw new IllegalStateException("the lists are too large for one machine: " + place + " keys in one pass");
        }
        starts[partitions] = (int) place;
        return starts;
    }

    private void scatter(Keys keys, int task, long[] buffer, int[] places, long[] entries) {
        int end = Math.min(ranges.end(), (task + 1) * TASK_ROWS);
        for (int r = task * TASK_ROWS; r < end; r++) {
            int n = ranges.isRow(r) ? keys.of(r, buffer) : 0;
            if (n == 0) {
                continue;
            }
            long rowTag = keys.tag(r);
            int shown = n < 0 ? r | GUEST : r;
            for (int i = Math.abs(n) - 1; i >= 0; i--) {
                int place = places[partition(buffer[i])]++ * ENTRY;
                entries[place] = buffer[i];
                entries[place + TAG] = rowTag;
                entries[place + ROW] = shown;
            }
        }
    }

    /** Joins partitions, one after the other, with tables that are used again. */
    private final class Table implements IntConsumer {
        private final long[] entries;
        private final int[] starts;
        private final Function<Integer, PairSink> sinks;
        private int[] head = new int[2 * PARTITION_ROWS];
        private int[] next = new int[2 * PARTITION_ROWS];

        Table(long[] entries, int[] starts, Function<Integer, PairSink> sinks) {
            this.entries = entries;
            this.starts = starts;
            this.sinks = sinks;
        }

        @Override
        public void accept(int partition) {
            int start = starts[partition];
            int size = starts[partition + 1] - start;
            PairSink sink = sinks.apply(partition);
            int slots = Integer.highestOneBit(Math.max(16, size)) << 1;
            if (head.length < slots) {
                head = new int[slots];
            }
            if (next.length < size) {
                next = new int[size + (size >> 1)];
            }
            Arrays.fill(head, 0, slots, -1);
            for (int i = 0; i < size; i++) {
                int slot = (int) (entries[(start + i) * ENTRY] & (slots - 1));
                join(start, i, head[slot], sink);
                next[i] = head[slot];
                head[slot] = i;
            }
        }

        /** Meets one entry with the earlier ones of its slot that have its key. */
        private void join(int start, int entry, int first, PairSink sink) {
            int at = (start + entry) * ENTRY;
            long wanted = entries[at];
            int me = (int) entries[at + ROW];
            int met = 0;
            for (int other = first; other >= 0; other = next[other]) {
                int there = (start + other) * ENTRY;
                if (entries[there] != wanted) {
                    continue;
                }
                if (met == mostInBlock) {
                    cutRows.increment();
                    return;
                }
                met++;
                int you = (int) entries[there + ROW];
                if ((me & you & GUEST) == 0 && (me & ~GUEST) != (you & ~GUEST)) {
                    sink.pair(you & ~GUEST, me & ~GUEST, entries[there + TAG], entries[at + TAG]);
                }
            }
        }
    }
}
