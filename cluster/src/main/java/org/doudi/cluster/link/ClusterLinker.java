package org.doudi.cluster.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.lists.ListPart;
import org.doudi.cluster.lists.PartedList;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.output.Account;
import org.doudi.linkage.output.Lines;
import org.doudi.linkage.output.Outcome;
import org.doudi.linkage.person.NameCounts;
import org.doudi.linkage.person.PersonComparison;
import org.doudi.linkage.person.PersonKeys;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.person.PersonRules;
import org.doudi.linkage.person.PersonWeights;
import org.doudi.linkage.person.Placeholders;
import org.doudi.linkage.person.VillageAlignment;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Weights;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The whole way from two lists in parts to who is who. The driver sees counts and samples only; rows go from machine to machine. */
public final class ClusterLinker {
    private final JavaSparkContext spark;
    private final int partitions;
    private final StageClock clock;
    private NameCounts counted = new NameCounts(1);
    private long[] firstVillages = {};
    private long cutRows;

    /** A linker that cuts the work into so many parts. */
    public ClusterLinker(JavaSparkContext spark, int partitions, StageClock clock) {
        this.spark = spark;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Files of a linkage, in the order in which they are moved in. */
    public static final List<String> FILES = List.of(
            "matches.csv",
            "review.csv",
            "unmatched-left.csv",
            "unmatched-right.csv",
            "duplicates-left.csv",
            "duplicates-right.csv",
            "rejects-left.csv",
            "rejects-right.csv");

    /** Files of a list that is cleared of duplicates. */
    public static final List<String> DUPLICATE_FILES = List.of("duplicates.csv", "review.csv", "rejects.csv");

    /** Names of the columns of one of the {@link #FILES}. */
    public static List<String> columns(String file) {
        String header = file.startsWith("unmatched")
                ? Lines.UNMATCHED_HEADER
                : file.startsWith("duplicates")
                        ? Lines.DUPLICATES_HEADER
                        : file.startsWith("rejects") ? RowFiles.REJECTS_HEADER : Lines.PAIR_HEADER;
        return List.of(header.strip().split(",", -1));
    }

    /** Links two lists and writes the files of the result into a draft. */
    public Account link(
            PartedList<PersonRows> left, PartedList<PersonRows> right, Assignment.Shape shape, Draft draft) {
        Decided decided = decide(left, right, shape, Note::sendAll);
        clock.begin("write");
        Outcome outcome = write(decided, RowFiles.left(draft), RowFiles.right(draft));
        return account(left, right.account(), decided, outcome);
    }

    /** Finds the rows of one list that are the same person and writes the files of the result into a draft. */
    public Account dedupe(PartedList<PersonRows> list, Draft draft) {
        Decided decided = decide(list, PartedList.none(spark), Assignment.Shape.ONE_TO_ONE, Note::sendDuplicates);
        clock.begin("write");
        RowFiles files = RowFiles.only(draft);
        return account(list, null, decided, write(decided, files, files));
    }

    private Account account(
            PartedList<PersonRows> left, Account.@Nullable ListRead right, Decided decided, Outcome outcome) {
        clock.end();
        return new Account(
                "doudi-cluster",
                left.account(),
                right,
                new Judge(decided.weights, new PersonRules()),
                decided.passes,
                cutRows,
                clock.seconds(),
                outcome);
    }

    /** Links two lists, or clears the left one of duplicates when the right one is empty, and hands on what was decided. */
    public Ties ties(PartedList<PersonRows> left, PartedList<PersonRows> right, Assignment.Shape shape) {
        Decided decided = decide(left, right, shape, Ties::tell);
        return new Ties(decided.told, decided.numbering, decided.weights);
    }

    /** Rows that met not all of their block because the block was too large. */
    public long cutRows() {
        return cutRows;
    }

    /** Who is who, as it was told to the partitions of both lists. */
    private record Decided(
            JavaRDD<PreparedPart> prepared,
            JavaRDD<Inbox> told,
            Numbering numbering,
            Weights weights,
            Map<String, Long> passes) {}

    private Decided decide(
            PartedList<PersonRows> left, PartedList<PersonRows> right, Assignment.Shape shape, Telling telling) {
        clock.begin("block");
        Numbering numbering = Numbering.of(left, right);
        JavaRDD<PreparedPart> prepared = prepare(left, right, numbering);
        long[] nameSums = prepared.map(PreparedPart::nameSums).fold(NameCounts.sums(), ClusterLinker::sum);
        NameCounts.Agreement names = counted.agreement(nameSums);
        if (villagesDiffer(prepared, numbering)) {
            prepared = aligned(prepared, numbering);
        }
        List<PersonKeys> keys = List.of(PersonKeys.values());
        Passes passes = new Passes(keys, numbering, partitions);
        JavaRDD<Passes.Found> found = new Exchange(partitions)
                .from(prepared, passes::send)
                .each(passes::join)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Passes.Counts counts = found.map(Passes.Found::counts).treeReduce(Passes.Counts::with);
        cutRows += counts.cutRows();
        Map<String, Long> pairs = new LinkedHashMap<>();
        keys.forEach(pass -> pairs.put(pass.name(), counts.pairs()[keys.indexOf(pass)]));
        clock.begin("weigh");
        Weights weights = weights(prepared, numbering, names, counts.seen());
        clock.begin("assign");
        Deciding deciding = new Deciding(numbering, partitions, spark.broadcast(weights), shape, telling);
        return new Decided(prepared, deciding.decide(prepared, found), numbering, weights, pairs);
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sums = a.clone();
        Arrays.setAll(sums, i -> a[i] + b[i]);
        return sums;
    }

    /** Learns placeholders and names from a sample and prepares the rows with them. */
    private JavaRDD<PreparedPart> prepare(
            PartedList<PersonRows> left, PartedList<PersonRows> right, Numbering numbering) {
        JavaRDD<ListPart<PersonRows>> read = left.parts().union(right.parts());
        List<Sample> samples = read.mapPartitionsWithIndex(
                        (index, in) ->
                                List.of(Sample.of(index, in.next(), numbering)).iterator(),
                        false)
                .collect();
        int total = numbering.ranges().total();
        firstVillages = Sample.firstVillages(samples);
        counted = Sample.names(samples, total);
        Broadcast<Placeholders> placeholders = spark.broadcast(Sample.placeholders(samples, total));
        Broadcast<NameCounts> names = spark.broadcast(counted);
        return read.mapPartitionsWithIndex(
                        (index, in) -> List.of(PreparedPart.of(
                                        index, in.next(), numbering, placeholders.value(), names.value()))
                                .iterator(),
                        false)
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private boolean villagesDiffer(JavaRDD<PreparedPart> prepared, Numbering numbering) {
        if (numbering.right() == 0) {
            return false;
        }
        Set<Long> asked = new HashSet<>();
        Arrays.stream(firstVillages).filter(v -> v != 0).forEach(asked::add);
        Broadcast<Set<Long>> sent = spark.broadcast(asked);
        Set<Long> named = prepared.filter(part -> numbering.isLeft(part.index()))
                .map(part -> Sample.named(part.people(), sent.value()))
                .treeReduce(ClusterLinker::both);
        return VillageAlignment.differ(named, firstVillages);
    }

    private static Set<Long> both(Set<Long> a, Set<Long> b) {
        Set<Long> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    private JavaRDD<PreparedPart> aligned(JavaRDD<PreparedPart> prepared, Numbering numbering) {
        Passes numbers = new Passes(List.of(PersonKeys.ID_NUMBER), numbering, partitions);
        Passes.Witnesses all = new Exchange(partitions)
                .from(prepared, numbers::send)
                .each(numbers::witnesses)
                .treeReduce(Passes.Witnesses::with);
        cutRows += all.cutRows();
        Map<Long, Long> leftName = new HashMap<>(all.votes().decide());
        if (leftName.isEmpty()) {
            return prepared;
        }
        Broadcast<Map<Long, Long>> sent = spark.broadcast(leftName);
        return prepared.map(part -> part.inVillages(sent.value(), numbering)).persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Brings the rows of the random pairs to the driver and learns there, as one machine does. */
    private Weights weights(
            JavaRDD<PreparedPart> prepared, Numbering numbering, NameCounts.Agreement names, Histogram seen) {
        RowRanges ranges = numbering.ranges();
        Longs wanted = new Longs();
        PersonWeights.sample(ranges, (a, b) -> {
            wanted.add(a);
            wanted.add(b);
        });
        long[] numbers = wanted.distinct().array();
        Broadcast<long[]> sent = spark.broadcast(numbers);
        List<PersonRows> parts = prepared.map(part -> part.rows(sent.value())).collect();
        PersonRows rows = new PersonRows();
        long[] words = new long[PersonRows.WORDS];
        for (PersonRows part : parts) {
            for (int row = 0; row < part.size(); row++) {
                part.copy(row, words, 0);
                rows.add(words);
                if (part.oddBodies(row).length > 0) {
                    rows.oddId(part.oddBodies(row));
                }
            }
        }
        PersonComparison comparison = new PersonComparison(rows);
        return new PersonWeights(
                        ranges,
                        (a, b) -> comparison.pattern(Arrays.binarySearch(numbers, a), Arrays.binarySearch(numbers, b)),
                        names)
                .learn(seen);
    }

    private Outcome write(Decided decided, RowFiles leftFiles, RowFiles rightFiles) {
        Numbering numbering = decided.numbering;
        Weights weights = decided.weights;
        Broadcast<Weights> sent = spark.broadcast(weights);
        List<RowFiles.Written> all = decided.prepared
                .zip(decided.told)
                .map(both -> (numbering.isLeft(both._1().index()) ? leftFiles : rightFiles)
                        .write(both._1(), both._2(), sent.value()))
                .collect();
        Outcome outcome = new Outcome(new Judge(weights, new PersonRules()));
        for (RowFiles.Written written : all) {
            outcome.matches().addAll(written.matches());
            outcome.review().addAll(written.review());
            Outcome.Rows rows = written.left() ? outcome.left() : outcome.right();
            rows.add(written.rows()[0], written.rows()[1], written.rows()[2]);
            rows.addDuplicates(written.rows()[3], written.rows()[4]);
        }
        return outcome;
    }

    static <A, B> JavaRDD<Tuple2<A, B>> zipped(JavaRDD<A> a, JavaRDD<B> b) {
        return a.zip(b).map(both -> both);
    }
}
