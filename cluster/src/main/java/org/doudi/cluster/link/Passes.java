package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Post;
import org.doudi.linkage.block.BlockJoin;
import org.doudi.linkage.block.Keys;
import org.doudi.linkage.block.PairSink;
import org.doudi.linkage.block.Pairs;
import org.doudi.linkage.block.PartJoin;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Histogram;

/**
 * Blocking passes in one shuffle: a row goes once to every partition that one of its keys belongs to, whichever pass has the key, and the
 * rows of each key are brought together there, pass by pass.
 */
record Passes<R extends Serializable>(RowKind<R> kind, Numbering numbering, int partitions) implements Serializable {
    private static final int STRETCH_ROWS = 1 << 14;

    /**
     * What one partition brought.
     *
     * @param candidates the pairs that are not hopeless, packed as {@link Candidate}s
     * @param counts what is counted of its pairs
     */
    @SuppressWarnings("ArrayRecordComponent") // packed, and never compared
    record Found(long[] candidates, Counts counts) implements Serializable {}

    /**
     * What is counted of the pairs of one partition, or of all.
     *
     * @param seen the patterns of all pairs across the two lists
     * @param pairs how many they were in each pass
     * @param cutRows how often a row met not all of its block because the block was too large
     */
    @SuppressWarnings("ArrayRecordComponent") // packed, and never compared
    record Counts(Histogram seen, long[] pairs, long cutRows) implements Serializable {
        Counts with(Counts other) {
            Histogram both = new Histogram();
            both.addAll(seen);
            both.addAll(other.seen);
            long[] sums = pairs.clone();
            Arrays.setAll(sums, pass -> pairs[pass] + other.pairs[pass]);
            return new Counts(both, sums, cutRows + other.cutRows);
        }
    }

    /** Some rows of a part. */
    private record Stretch<R extends Serializable>(PreparedPart<R> part, int from, int to) {
        static <R extends Serializable> Iterator<Stretch<R>> allOf(PreparedPart<R> part) {
            int size = part.list().size();
            return IntStream.iterate(0, from -> from < size, from -> from + STRETCH_ROWS)
                    .mapToObj(from -> new Stretch<>(part, from, Math.min(size, from + STRETCH_ROWS)))
                    .iterator();
        }
    }

    /** Sends each row once to every partition that one of its keys belongs to; no more than some rows are on their way at a time. */
    Exchange sent(JavaRDD<PreparedPart<R>> parts) {
        return new Exchange(partitions).from(parts.flatMap(Stretch::allOf), this::send);
    }

    private void send(Stretch<R> stretch, Post post) {
        PreparedPart<R> part = stretch.part;
        R rows = part.list().rows();
        RowForm<R> form = kind.form();
        List<Keys> over = new ArrayList<>();
        for (int pass = 0; pass < kind.passes().size(); pass++) {
            over.add(kind.keys(pass, rows));
        }
        long[] rowKeys = new long[Keys.MOST];
        int[] lastSent = new int[partitions];
        for (int row = stretch.from; row < stretch.to; row++) {
            for (Keys keys : over) {
                int many = Math.abs(keys.of(row, rowKeys));
                for (int i = 0; i < many; i++) {
                    int target = Exchange.partition(rowKeys[i], partitions);
                    if (lastSent[target] <= row) {
                        lastSent[target] = row + 1;
                        form.write(rows, row, post.to(target).putInt(part.first() + row));
                    }
                }
            }
        }
    }

    /** Brings together the rows of each key that belongs to a partition. */
    Found join(int partition, Inbox inbox) {
        Received received = new Received(inbox);
        Longs kept = new Longs();
        Comparison comparison = kind.comparison(received.rows);
        Histogram seen = new Histogram();
        long[] met = new long[kind.passes().size()];
        long cut = 0;
        for (int pass = 0; pass < met.length; pass++) {
            Pairs pairs = kind.pairs(pass, received.rows, comparison);
            cut += received.join(pass, partition, sink(pass, pairs, received, kept, seen, met));
        }
        return new Found(kept.array(), new Counts(seen, met, cut));
    }

    private PairSink sink(int pass, Pairs pairs, Received received, Longs kept, Histogram seen, long[] met) {
        RowRanges ranges = numbering.ranges();
        Place place = new Place(pass, kind.keys(pass, received.rows), BlockJoin.partitionBits(ranges.total()));
        return (a, b, tagA, tagB) -> {
            int pattern = pairs.pattern(a, b, tagA, tagB);
            if (pattern == Pairs.BROUGHT_BEFORE) {
                return;
            }
            int low = received.number[a];
            int high = received.number[b];
            if (ranges.right() == 0 || ranges.isRight(low) != ranges.isRight(high)) {
                seen.add(pattern, 1);
                met[pass]++;
            }
            if (pairs.hopeful(pattern)) {
                kept.add(Candidate.rows(low, high));
                kept.add(place.of(a, b, pattern));
            }
        };
    }

    /** Where a pair stands in the order in which one machine finds pairs. */
    private static final class Place {
        private final int pass;
        private final Keys keys;
        private final int bits;
        private final long[] ofA = new long[Keys.MOST];
        private final long[] ofB = new long[Keys.MOST];

        Place(int pass, Keys keys, int bits) {
            this.pass = pass;
            this.keys = keys;
            this.bits = bits;
        }

        long of(int a, int b, int pattern) {
            int n = keys.of(b, ofB);
            int key = 0;
            if (n != 1) {
                // of a guest it is the key that the other, which is none, has
                keys.of(a, ofA);
                while (ofB[key] != ofA[0]) {
                    key++;
                }
            }
            return Candidate.place(pass, BlockJoin.partition(ofB[key], bits), key, pattern);
        }
    }

    /** Receives a left row and a right row. */
    @FunctionalInterface
    interface Across<R> {
        /** Two of these rows. */
        void pair(R rows, int left, int right);
    }

    /** The pairs that the first pass brings across the lists; answers how many rows met not all of their block. */
    long across(int partition, Inbox inbox, Across<R> visitor) {
        Received received = new Received(inbox);
        RowRanges ranges = numbering.ranges();
        return received.join(0, partition, (a, b, tagA, tagB) -> {
            if (ranges.isRight(received.number[a]) != ranges.isRight(received.number[b])) {
                visitor.pair(received.rows, a, b);
            }
        });
    }

    /** The rows that a partition received, in the order of their numbers. */
    private final class Received {
        private final R rows = kind.form().none();
        private int[] number = new int[1 << 10];
        private final long[] tag;
        private long[] entries = new long[PartJoin.ENTRY << 10];
        private long[] sorted = {};

        Received(Inbox inbox) {
            RowForm<R> form = kind.form();
            inbox.drain(mail -> {
                int row = form.size(rows);
                if (row == number.length) {
                    number = Arrays.copyOf(number, row * 2);
                }
                number[row] = mail.getInt();
                form.read(mail, rows);
            });
            Keys anyPass = kind.keys(0, rows);
            tag = new long[form.size(rows)];
            Arrays.setAll(tag, anyPass::tag);
        }

        /** Joins the entries of a pass, as many at a time as lie in the processor's cache; all of a key are among them. */
        long join(int pass, int partition, PairSink sink) {
            int bits = BlockJoin.partitionBits(kind.form().size(rows));
            int[] start = new int[(1 << bits) + 1];
            sort(collect(pass, partition, start, bits), start, bits);
            PartJoin join = new PartJoin(kind.mostInBlock());
            long cut = 0;
            for (int heap = 0; heap + 1 < start.length; heap++) {
                cut += join.run(sorted, start[heap], start[heap + 1], sink);
            }
            return cut;
        }

        /** Writes the entries whose keys belong here as they come; counts those of heap h at {@code start[h + 1]}. */
        private int collect(int pass, int partition, int[] start, int bits) {
            Keys keys = kind.keys(pass, rows);
            long[] rowKeys = new long[Keys.MOST];
            int used = 0;
            int size = kind.form().size(rows);
            for (int row = 0; row < size; row++) {
                int n = keys.of(row, rowKeys);
                int shown = n < 0 ? row | PartJoin.GUEST : row;
                for (int i = Math.abs(n) - 1; i >= 0; i--) {
                    long key = rowKeys[i];
                    if (Exchange.partition(key, partitions) == partition) {
                        if (used == entries.length) {
                            entries = Arrays.copyOf(entries, used * 2);
                        }
                        entries[used] = key;
                        entries[used + PartJoin.TAG] = tag[row];
                        entries[used + PartJoin.ROW] = shown;
                        used += PartJoin.ENTRY;
                        start[heap(key, bits) + 1]++;
                    }
                }
            }
            return used;
        }

        private void sort(int used, int[] start, int bits) {
            for (int heap = 1; heap < start.length; heap++) {
                start[heap] += start[heap - 1];
            }
            if (sorted.length < used) {
                sorted = new long[used];
            }
            int[] next = start.clone();
            for (int from = 0; from < used; from += PartJoin.ENTRY) {
                long key = entries[from];
                int to = next[heap(key, bits)]++ * PartJoin.ENTRY;
                sorted[to] = key;
                sorted[to + PartJoin.TAG] = entries[from + PartJoin.TAG];
                sorted[to + PartJoin.ROW] = entries[from + PartJoin.ROW];
            }
        }

        /** Neither by the bits that chose this partition nor by those that the join looks at. */
        private static int heap(long key, int bits) {
            return (int) (key >>> 20) & ((1 << bits) - 1);
        }
    }
}
