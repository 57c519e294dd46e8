package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cluster.lists.ListPart;
import org.doudi.linkage.person.NameCounts;
import org.doudi.linkage.person.PersonKeys;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.person.PersonRules;
import org.doudi.linkage.person.PersonWeights;
import org.doudi.linkage.person.Placeholders;
import org.doudi.linkage.person.VillageAlignment;
import org.doudi.linkage.person.VillageVotes;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Rules;
import org.doudi.linkage.score.Weights;

/** Learns of all people together which values are placeholders, how common names are, and which villages go by two names. */
record PersonLearning(JavaSparkContext spark, int partitions) implements Learning<PersonRows> {
    @Override
    public Learned<PersonRows> of(JavaRDD<ListPart<PersonRows>> read, Numbering numbering) {
        List<Sample> samples = read.mapPartitionsWithIndex(
                        (index, in) ->
                                List.of(Sample.of(index, in.next(), numbering)).iterator(),
                        false)
                .collect();
        int total = numbering.ranges().total();
        NameCounts counted = Sample.names(samples, total);
        JavaRDD<PreparedPart<PersonRows>> parts =
                prepared(read, Sample.placeholders(samples, total), counted, numbering);
        long[] nameSums = parts.map(PreparedPart::sums).fold(NameCounts.sums(), PersonLearning::sum);
        NameCounts.Agreement names = counted.agreement(nameSums);
        long[] firstVillages = Sample.firstVillages(samples);
        if (!villagesDiffer(parts, firstVillages, numbering)) {
            return new Known(spark, parts, numbering, names, 0);
        }
        Witnesses heard = witnesses(parts, numbering);
        return new Known(spark, aligned(parts, heard.votes, numbering), numbering, names, heard.cutRows);
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sums = a.clone();
        Arrays.setAll(sums, i -> a[i] + b[i]);
        return sums;
    }

    /** The rows without placeholders, with how common each name is. */
    private JavaRDD<PreparedPart<PersonRows>> prepared(
            JavaRDD<ListPart<PersonRows>> read, Placeholders learned, NameCounts counted, Numbering numbering) {
        Broadcast<Placeholders> placeholders = spark.broadcast(learned);
        Broadcast<NameCounts> names = spark.broadcast(counted);
        return read.mapPartitionsWithIndex(
                        (index, in) -> List.of(
                                        prepared(index, in.next(), placeholders.value(), names.value(), numbering))
                                .iterator(),
                        false)
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static PreparedPart<PersonRows> prepared(
            int index, ListPart<PersonRows> read, Placeholders placeholders, NameCounts names, Numbering numbering) {
        PersonRows rows = read.rows().copy();
        placeholders.blankIn(rows, 0, rows.size());
        long[] sums = NameCounts.sums();
        names.write(rows, 0, rows.size(), sums);
        return PreparedPart.of(index, read, rows, sums, numbering);
    }

    private boolean villagesDiffer(JavaRDD<PreparedPart<PersonRows>> parts, long[] firstVillages, Numbering numbering) {
        if (numbering.right() == 0) {
            return false;
        }
        Set<Long> asked = new HashSet<>();
        Arrays.stream(firstVillages).filter(v -> v != 0).forEach(asked::add);
        Broadcast<Set<Long>> sent = spark.broadcast(asked);
        Set<Long> named = parts.filter(part -> numbering.isLeft(part.index()))
                .map(part -> Sample.named(part.list(), sent.value()))
                .treeReduce(PersonLearning::both);
        return VillageAlignment.differ(named, firstVillages);
    }

    private static Set<Long> both(Set<Long> a, Set<Long> b) {
        Set<Long> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    /** Who witnesses for villages among the rows that share an id number, and how many rows met not all of their block. */
    private record Witnesses(VillageVotes votes, long cutRows) implements Serializable {
        Witnesses with(Witnesses other) {
            return new Witnesses(new VillageVotes().with(votes).with(other.votes), cutRows + other.cutRows);
        }
    }

    private Witnesses witnesses(JavaRDD<PreparedPart<PersonRows>> parts, Numbering numbering) {
        Passes<PersonRows> numbers = new Passes<>(new PersonKind(PersonKeys.ID_NUMBER), numbering, partitions);
        return numbers.sent(parts)
                .each((partition, inbox) -> {
                    VillageVotes votes = new VillageVotes();
                    return new Witnesses(votes, numbers.across(partition, inbox, votes::witness));
                })
                .treeReduce(Witnesses::with);
    }

    /** The rows of the right list with the left list's names of the villages. */
    private JavaRDD<PreparedPart<PersonRows>> aligned(
            JavaRDD<PreparedPart<PersonRows>> parts, VillageVotes votes, Numbering numbering) {
        Map<Long, Long> leftName = new HashMap<>(votes.decide());
        if (leftName.isEmpty()) {
            return parts;
        }
        Broadcast<Map<Long, Long>> sent = spark.broadcast(leftName);
        return parts.map(part -> numbering.isLeft(part.index()) ? part : inVillages(part, sent.value()))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static PreparedPart<PersonRows> inVillages(PreparedPart<PersonRows> part, Map<Long, Long> leftName) {
        PersonRows rows = part.list().rows().copy();
        VillageAlignment.rewrite(rows, 0, rows.size(), leftName);
        return part.with(rows);
    }

    private record Known(
            JavaSparkContext spark,
            JavaRDD<PreparedPart<PersonRows>> parts,
            Numbering numbering,
            NameCounts.Agreement names,
            long cutRows)
            implements Learned<PersonRows> {
        @Override
        public RowKind<PersonRows> kind() {
            return new PersonKind(PersonKeys.values());
        }

        @Override
        public Weights weights(Histogram seen) {
            Longs wanted = new Longs();
            PersonWeights.sample(numbering.ranges(), wanted::addPair);
            RowKind<PersonRows> kind = kind();
            Comparison sampled = PreparedPart.sampled(spark, parts, wanted, kind.form(), kind::comparison);
            return new PersonWeights(numbering.ranges(), sampled, names).learn(seen);
        }

        @Override
        public Rules rules(Weights weights) {
            return new PersonRules();
        }
    }
}
