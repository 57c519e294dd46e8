package org.doudi.linkage.block;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Finds all pairs of rows that share a key. The rows are cut into stretches; the keys of a stretch are sorted into partitions within the
 * processor's cache; then the parts of each partition are brought together and joined with a small hash table. The order of the pairs
 * does not depend on the number of threads.
 */
public final class BlockJoin {
    private static final int STRETCH_ROWS = 1 << 15;
    private static final int PARTITION_ROWS = 2048;
    private static final int MOST_PARTITIONS = 1024;
    private static final int GUEST = PartJoin.GUEST;
    private static final int ENTRY = PartJoin.ENTRY;
    private static final int TAG = PartJoin.TAG;
    private static final int ROW = PartJoin.ROW;

    private final RowRanges ranges;
    private final Workers workers;
    private final int mostInBlock;
    private final int partitions;
    private final int bits;
    private final long[][] stretches;
    private final int[][] starts;
    private final LongAdder cutRows = new LongAdder();

    /**
     * A join over the rows of one list or two.
     *
     * @param mostInBlock rows of a larger block meet only the last so many of it; {@link #cutRows} counts them
     */
    public BlockJoin(RowRanges ranges, Workers workers, int mostInBlock) {
        this.ranges = ranges;
        this.workers = workers;
        this.mostInBlock = mostInBlock;
        this.bits = partitionBits(ranges.total());
        this.partitions = 1 << bits;
        int n = (ranges.end() + STRETCH_ROWS - 1) / STRETCH_ROWS;
        this.stretches = new long[n][0];
        this.starts = new int[n][partitions + 1];
    }

    /** How many of a key's top bits are the number of its partition when so many rows are joined. */
    public static int partitionBits(int rows) {
        int wanted = Math.max(1, Math.min(MOST_PARTITIONS, rows / PARTITION_ROWS));
        return 32 - Integer.numberOfLeadingZeros(wanted - 1);
    }

    /** The partition of a key. */
    public static int partition(long key, int bits) {
        return bits == 0 ? 0 : (int) (key >>> (64 - bits));
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
        workers.run(stretches.length, () -> new Sorting(keys));
        workers.run(partitions, () -> new Joining(sinks));
    }

    /** Sorts stretches into partitions, one after the other, with buffers that are used again. */
    private final class Sorting implements IntConsumer {
        private final Keys keys;
        private final long[] rowKeys = new long[Keys.MOST];
        private long[] entries = new long[STRETCH_ROWS * ENTRY];
        private int used;

        Sorting(Keys keys) {
            this.keys = keys;
        }

        @Override
        public void accept(int stretch) {
            int[] start = starts[stretch];
            Arrays.fill(start, 0);
            collect(stretch, start);
            for (int p = 1; p <= partitions; p++) {
                start[p] += start[p - 1];
            }
            if (stretches[stretch].length < used) {
                stretches[stretch] = new long[used];
            }
            long[] sorted = stretches[stretch];
            int[] next = start.clone();
            for (int from = 0; from < used; from += ENTRY) {
                long key = entries[from];
                int to = next[partition(key, bits)]++ * ENTRY;
                sorted[to] = key;
                sorted[to + TAG] = entries[from + TAG];
                sorted[to + ROW] = entries[from + ROW];
            }
        }

        /** The entries of a stretch as they come; counts those of partition p at {@code start[p + 1]}. */
        private void collect(int stretch, int[] start) {
            used = 0;
            int end = Math.min(ranges.end(), (stretch + 1) * STRETCH_ROWS);
            for (int row = stretch * STRETCH_ROWS; row < end; row++) {
                int n = ranges.isRow(row) ? keys.of(row, rowKeys) : 0;
                if (n == 0) {
                    continue;
                }
                long tag = keys.tag(row);
                int shown = n < 0 ? row | GUEST : row;
                int many = Math.abs(n);
                if (used + many * ENTRY > entries.length) {
                    entries = Arrays.copyOf(entries, Math.max(used + many * ENTRY, entries.length * 2));
                }
                for (int i = 0; i < many; i++) {
                    entries[used] = rowKeys[i];
                    entries[used + TAG] = tag;
                    entries[used + ROW] = shown;
                    used += ENTRY;
                    start[partition(rowKeys[i], bits) + 1]++;
                }
            }
        }
    }

    /** Joins partitions, one after the other, with tables that are used again. */
    private final class Joining implements IntConsumer {
        private final Function<Integer, PairSink> sinks;
        private final PartJoin join = new PartJoin(mostInBlock);
        private long[] entries = new long[2 * PARTITION_ROWS * ENTRY];

        Joining(Function<Integer, PairSink> sinks) {
            this.sinks = sinks;
        }

        @Override
        public void accept(int partition) {
            int size = gather(partition);
            cutRows.add(join.run(entries, 0, size, sinks.apply(partition)));
        }

        /** Brings the parts of a partition together; answers how many entries there are. */
        private int gather(int partition) {
            int size = 0;
            for (int stretch = 0; stretch < stretches.length; stretch++) {
                int from = starts[stretch][partition];
                int n = starts[stretch][partition + 1] - from;
                if ((size + n) * ENTRY > entries.length) {
                    entries = Arrays.copyOf(entries, Math.max((size + n) * ENTRY, entries.length * 2));
                }
                System.arraycopy(stretches[stretch], from * ENTRY, entries, size * ENTRY, n * ENTRY);
                size += n;
            }
            return size;
        }
    }
}
