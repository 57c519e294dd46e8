package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.Arrays;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Packet;
import org.doudi.cluster.exchange.Post;
import org.doudi.linkage.block.BlockJoin;
import org.doudi.linkage.block.Keys;
import org.doudi.linkage.block.PairSink;
import org.doudi.linkage.block.PartJoin;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.person.PersonComparison;
import org.doudi.linkage.person.PersonKeys;
import org.doudi.linkage.person.PersonPairs;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.person.VillageVotes;
import org.doudi.linkage.score.Histogram;

/** One blocking pass: rows go to the partitions of their keys, and the rows of each key are brought together there. */
final class Pass implements Serializable {
    private final PersonKeys keys;
    private final Numbering numbering;
    private final int partitions;

    Pass(PersonKeys keys, Numbering numbering, int partitions) {
        this.keys = keys;
        this.numbering = numbering;
        this.partitions = partitions;
    }

    /**
     * What one partition of a pass brought.
     *
     * @param candidates the pairs that are not hopeless, packed as {@link Candidate}s
     * @param seen the patterns of all pairs across the two lists
     * @param pairs how many they were
     * @param cutRows how often a row met not all of its block because the block was too large
     */
    @SuppressWarnings("ArrayRecordComponent") // packed, and never compared
    record Found(long[] candidates, Histogram seen, long pairs, long cutRows) implements Serializable {}

    /** What is counted of the pairs of one partition, or of all. */
    record Counts(Histogram seen, long pairs, long cutRows) implements Serializable {
        static Counts of(Found found) {
            return new Counts(found.seen, found.pairs, found.cutRows);
        }

        Counts with(Counts other) {
            Histogram both = new Histogram();
            both.addAll(seen);
            both.addAll(other.seen);
            return new Counts(both, pairs + other.pairs, cutRows + other.cutRows);
        }
    }

    /** Who witnesses for villages, and how many rows met not all of their block. */
    record Witnesses(VillageVotes votes, long cutRows) implements Serializable {
        Witnesses with(Witnesses other) {
            return new Witnesses(new VillageVotes().with(votes).with(other.votes), cutRows + other.cutRows);
        }
    }

    /** Sends each row once to every partition that one of its keys belongs to. */
    void send(PreparedPart part, Post post) {
        PersonRows rows = part.people().rows();
        Keys over = keys.over(rows);
        RowMail mail = new RowMail();
        long[] rowKeys = new long[Keys.MOST];
        boolean[] done = new boolean[Keys.MOST];
        for (int row = 0; row < rows.size(); row++) {
            int n = over.of(row, rowKeys);
            int many = Math.abs(n);
            Arrays.fill(done, 0, many, false);
            for (int i = 0; i < many; i++) {
                if (!done[i]) {
                    Packet to = post.to(Exchange.partition(rowKeys[i], partitions));
                    putKeys(part.first() + row, rowKeys, i, n, done, to);
                    mail.write(rows, row, to);
                }
            }
        }
    }

    /** The number of the row and those of its keys that belong where one of them does. */
    private void putKeys(int number, long[] rowKeys, int from, int n, boolean[] done, Packet to) {
        int target = Exchange.partition(rowKeys[from], partitions);
        int many = Math.abs(n);
        int here = 0;
        for (int i = from; i < many; i++) {
            done[i] |= Exchange.partition(rowKeys[i], partitions) == target;
            here += Exchange.partition(rowKeys[i], partitions) == target ? 1 : 0;
        }
        to.putInt(number).putInt(n < 0 ? -here : here);
        for (int i = from; i < many; i++) {
            if (Exchange.partition(rowKeys[i], partitions) == target) {
                to.putInt(i).putLong(rowKeys[i]);
            }
        }
    }

    /** Brings together the rows of each key. */
    Found join(Inbox inbox) {
        Entries entries = new Entries(inbox);
        Longs kept = new Longs();
        int[] seen = new int[PersonComparison.SPACE.size()];
        long cut = entries.join(sink(entries, kept, seen));
        Histogram histogram = new Histogram();
        long pairs = 0;
        for (int pattern = 0; pattern < seen.length; pattern++) {
            if (seen[pattern] > 0) {
                histogram.add(pattern, seen[pattern]);
                pairs += seen[pattern];
            }
        }
        return new Found(kept.array(), histogram, pairs, cut);
    }

    private PairSink sink(Entries entries, Longs kept, int[] seen) {
        PersonPairs pairs = new PersonPairs(keys, entries.rows, new PersonComparison(entries.rows));
        RowRanges ranges = numbering.ranges();
        int bits = BlockJoin.partitionBits(ranges.total());
        return (earlier, later, tagEarlier, tagLater) -> {
            int a = entries.row[earlier];
            int b = entries.row[later];
            int pattern = a == b ? PersonPairs.BROUGHT_BEFORE : pairs.pattern(a, b, tagEarlier, tagLater);
            if (pattern == PersonPairs.BROUGHT_BEFORE) {
                return;
            }
            int low = entries.number[a];
            int high = entries.number[b];
            if (ranges.right() == 0 || ranges.isRight(low) != ranges.isRight(high)) {
                seen[pattern]++;
            }
            if (pairs.hopeful(pattern)) {
                int partition = BlockJoin.partition(entries.entries[later * PartJoin.ENTRY], bits);
                kept.add(Candidate.rows(low, high));
                kept.add(Candidate.place(keys.ordinal(), partition, entries.key[later], pattern));
            }
        };
    }

    /** Who witnesses for villages among the rows that share an id number. */
    Witnesses witnesses(Inbox inbox) {
        Entries entries = new Entries(inbox);
        VillageVotes votes = new VillageVotes();
        RowRanges ranges = numbering.ranges();
        long cut = entries.join((earlier, later, tagA, tagB) -> {
            int a = entries.row[earlier];
            int b = entries.row[later];
            if (ranges.isRight(entries.number[a]) != ranges.isRight(entries.number[b])) {
                votes.witness(entries.rows, a, b);
            }
        });
        return new Witnesses(votes, cut);
    }

    /** The rows that a partition received and their keys, in the order of the rows. */
    private final class Entries {
        private final PersonRows rows = new PersonRows();
        private int[] number = new int[1 << 10];
        private long[] entries = new long[PartJoin.ENTRY << 10];
        private int[] row = new int[1 << 10];
        private int[] key = new int[1 << 10];
        private int size;

        Entries(Inbox inbox) {
            RowMail rowMail = new RowMail();
            inbox.read(0, mail -> {
                int place = rows.size();
                if (place == number.length) {
                    number = Arrays.copyOf(number, place * 2);
                }
                number[place] = mail.getInt();
                int n = mail.getInt();
                for (int i = Math.abs(n); i > 0; i--) {
                    add(place, mail.getInt(), mail.getLong(), n < 0 ? size | PartJoin.GUEST : size);
                }
                rowMail.read(mail, rows);
            });
            Keys over = keys.over(rows);
            for (int entry = 0; entry < size; entry++) {
                entries[entry * PartJoin.ENTRY + PartJoin.TAG] = over.tag(row[entry]);
            }
        }

        /** Joins the entries, as many at a time as lie in the processor's cache; all of a key are among them. */
        long join(PairSink sink) {
            int bits = BlockJoin.partitionBits(size);
            int[] start = new int[(1 << bits) + 1];
            for (int entry = 0; entry < size; entry++) {
                start[heap(entry, bits) + 1]++;
            }
            for (int heap = 1; heap < start.length; heap++) {
                start[heap] += start[heap - 1];
            }
            long[] sorted = new long[size * PartJoin.ENTRY];
            int[] next = start.clone();
            for (int entry = 0; entry < size; entry++) {
                int to = next[heap(entry, bits)]++ * PartJoin.ENTRY;
                int from = entry * PartJoin.ENTRY;
                sorted[to] = entries[from];
                sorted[to + PartJoin.TAG] = entries[from + PartJoin.TAG];
                sorted[to + PartJoin.ROW] = entries[from + PartJoin.ROW];
            }
            PartJoin join = new PartJoin(PersonPairs.MOST_IN_BLOCK);
            long cut = 0;
            for (int heap = 0; heap + 1 < start.length; heap++) {
                cut += join.run(sorted, start[heap], start[heap + 1], sink);
            }
            return cut;
        }

        /** Neither by the bits that chose this partition nor by those that the join looks at. */
        private int heap(int entry, int bits) {
            return (int) (entries[entry * PartJoin.ENTRY] >>> 20) & ((1 << bits) - 1);
        }

        private void add(int place, int ofRow, long value, int shown) {
            if (size == row.length) {
                row = Arrays.copyOf(row, size * 2);
                key = Arrays.copyOf(key, size * 2);
                entries = Arrays.copyOf(entries, size * 2 * PartJoin.ENTRY);
            }
            row[size] = place;
            key[size] = ofRow;
            entries[size * PartJoin.ENTRY] = value;
            entries[size * PartJoin.ENTRY + PartJoin.ROW] = shown;
            size++;
        }
    }
}
