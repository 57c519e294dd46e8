package org.doudi.cluster.link;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Post;
import org.doudi.cluster.lists.ListPart;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.fields.FieldComparison;
import org.doudi.linkage.fields.FieldKeys;
import org.doudi.linkage.fields.FieldRows;
import org.doudi.linkage.fields.FieldRules;
import org.doudi.linkage.fields.FieldWeights;
import org.doudi.linkage.fields.Frequencies;
import org.doudi.linkage.fields.KeyCounts;
import org.doudi.linkage.fields.Schema;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Rules;
import org.doudi.linkage.score.Weights;

/**
 * Learns of all records together how common their values are and which passes their lists allow. A value is counted where its hash
 * belongs; the driver sees sums, and the values that many rows have, which are few.
 *
 * @param config what messages call the schema
 * @param schema of the records
 */
record RecordLearning(JavaSparkContext spark, int partitions, Path config, Schema schema)
        implements Learning<FieldRows> {
    @Override
    public Learned<FieldRows> of(JavaRDD<ListPart<FieldRows>> read, Numbering numbering) {
        RowRanges ranges = numbering.ranges();
        JavaRDD<PreparedPart<FieldRows>> parts = read.mapPartitionsWithIndex(
                        (index, in) ->
                                List.of(prepared(index, in.next(), numbering)).iterator(),
                        false)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Frequencies frequencies = frequencies(parts, numbering);
        FieldForm form = new FieldForm(schema);
        Longs wanted = new Longs();
        FieldWeights.sample(ranges, wanted::addPair);
        Comparison sampled = PreparedPart.sampled(
                spark, parts, wanted, form, rows -> new FieldComparison(rows, frequencies.common()));
        FieldWeights learning = new FieldWeights(schema, ranges, frequencies, sampled);
        List<FieldKeys> passes =
                FieldKeys.passes(config, schema, ranges, frequencies, keys -> sharing(keys, parts, numbering));
        List<String> names = passes.stream().map(keys -> keys.name(schema)).toList();
        RecordKind.Known known = new RecordKind.Known(frequencies.common(), passes, learning.first());
        return new Known(schema, parts, new RecordKind(form, names, spark.broadcast(known)), learning);
    }

    private static PreparedPart<FieldRows> prepared(int index, ListPart<FieldRows> read, Numbering numbering) {
        return PreparedPart.of(index, read, read.rows(), read.rows().known(), numbering);
    }

    private Frequencies frequencies(JavaRDD<PreparedPart<FieldRows>> parts, Numbering numbering) {
        long[] left = new long[schema.fields().size()];
        long[] right = new long[left.length];
        List<long[]> sums = parts.map(PreparedPart::sums).collect();
        for (int part = 0; part < sums.size(); part++) {
            long[] more = sums.get(part);
            long[] known = numbering.isLeft(part) ? left : right;
            Arrays.setAll(known, f -> known[f] + more[f]);
        }
        boolean twoLists = numbering.right() > 0;
        Schema described = schema;
        int targets = partitions;
        return new Exchange(partitions)
                .from(parts, (part, post) -> {
                    int side = numbering.isLeft(part.index()) ? 0 : 1;
                    part.list()
                            .rows()
                            .count((field, hash, rows) -> post.to(Exchange.partition(hash, targets))
                                    .putInt(2 * field + side)
                                    .putInt(rows)
                                    .putLong(hash));
                })
                .each((partition, inbox) ->
                        counted(new Frequencies(described, twoLists, left, right), inbox, left.length))
                .treeReduce(Frequencies::with);
    }

    private static Frequencies counted(Frequencies frequencies, Inbox inbox, int fields) {
        KeyCounts[] counts = new KeyCounts[fields];
        Arrays.setAll(counts, f -> new KeyCounts());
        inbox.read(0, mail -> {
            int fieldAndSide = mail.getInt();
            int rows = mail.getInt();
            counts[fieldAndSide / 2].add(mail.getLong(), fieldAndSide % 2 == 1, rows);
        });
        for (int f = 0; f < fields; f++) {
            int field = f;
            counts[f].forEach((hash, left, right) -> frequencies.add(field, hash, left, right));
        }
        return frequencies;
    }

    /** Pairs of rows that share the key of a pass. */
    private double sharing(FieldKeys keys, JavaRDD<PreparedPart<FieldRows>> parts, Numbering numbering) {
        boolean twoLists = numbering.right() > 0;
        int targets = partitions;
        return new Exchange(partitions)
                .from(parts, (part, post) -> sendKeys(keys, part, numbering, targets, post))
                .each((partition, inbox) -> {
                    KeyCounts counts = new KeyCounts();
                    inbox.read(0, mail -> {
                        boolean isRight = mail.getInt() == 1;
                        int rows = mail.getInt();
                        counts.add(mail.getLong(), isRight, rows);
                    });
                    return counts.pairs(twoLists);
                })
                .treeReduce(Double::sum);
    }

    private static void sendKeys(
            FieldKeys keys, PreparedPart<FieldRows> part, Numbering numbering, int partitions, Post post) {
        KeyCounts counts = new KeyCounts();
        keys.count(part.list().rows(), 0, part.list().size(), false, counts);
        int side = numbering.isLeft(part.index()) ? 0 : 1;
        counts.forEach((key, rows, none) -> post.to(Exchange.partition(key, partitions))
                .putInt(side)
                .putInt((int) rows)
                .putLong(key));
    }

    private record Known(
            Schema schema, JavaRDD<PreparedPart<FieldRows>> parts, RowKind<FieldRows> kind, FieldWeights learning)
            implements Learned<FieldRows> {
        @Override
        public long cutRows() {
            return 0;
        }

        @Override
        public Weights weights(Histogram seen) {
            return learning.learn(seen);
        }

        @Override
        public Rules rules(Weights weights) {
            return new FieldRules(schema, weights);
        }
    }
}
