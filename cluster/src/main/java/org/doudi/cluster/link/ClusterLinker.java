package org.doudi.cluster.link;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.lists.PartedList;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.fields.FieldRows;
import org.doudi.linkage.fields.Schema;
import org.doudi.linkage.output.Account;
import org.doudi.linkage.output.Lines;
import org.doudi.linkage.output.Outcome;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.score.Weights;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The whole way from two lists in parts to who is who. The driver sees counts and samples only; rows go from machine to machine. */
public final class ClusterLinker<R extends Serializable> {
    private final JavaSparkContext spark;
    private final int partitions;
    private final StageClock clock;
    private final Learning<R> learning;
    private long cutRows;

    private ClusterLinker(JavaSparkContext spark, int partitions, StageClock clock, Learning<R> learning) {
        this.learning = learning;
        this.spark = spark;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** A linker of people that cuts the work into so many parts. */
    public static ClusterLinker<PersonRows> ofPeople(JavaSparkContext spark, int partitions, StageClock clock) {
        return new ClusterLinker<>(spark, partitions, clock, new PersonLearning(spark, partitions));
    }

    /**
     * A linker of records that a schema describes.
     *
     * @param config what messages call the schema
     */
    public static ClusterLinker<FieldRows> ofRecords(
            JavaSparkContext spark, int partitions, StageClock clock, Path config, Schema schema) {
        return new ClusterLinker<>(spark, partitions, clock, new RecordLearning(spark, partitions, config, schema));
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
    public Account link(PartedList<R> left, PartedList<R> right, Assignment.Shape shape, Draft draft)
            throws IOException {
        Decided<R> decided = decide(left, right, shape, Note::sendAll);
        clock.begin("write");
        Outcome outcome = write(decided, RowFiles.left(draft), RowFiles.right(draft));
        return account(left, right.account(), decided, outcome);
    }

    /** Finds the rows of one list that are the same person and writes the files of the result into a draft. */
    public Account dedupe(PartedList<R> list, Draft draft) throws IOException {
        Decided<R> decided = decide(list, PartedList.none(spark), Assignment.Shape.ONE_TO_ONE, Note::sendDuplicates);
        clock.begin("write");
        RowFiles files = RowFiles.only(draft);
        return account(list, null, decided, write(decided, files, files));
    }

    private Account account(PartedList<R> left, Account.@Nullable ListRead right, Decided<R> decided, Outcome outcome) {
        clock.end();
        return new Account(
                "doudi-cluster",
                left.account(),
                right,
                decided.scoring.judge(),
                decided.passes,
                cutRows,
                clock.seconds(),
                outcome);
    }

    /** Links two lists, or clears the left one of duplicates when the right one is empty, and hands on what was decided. */
    public Ties ties(PartedList<R> left, PartedList<R> right, Assignment.Shape shape) {
        Decided<R> decided = decide(left, right, shape, Ties::tell);
        return new Ties(decided.told, decided.numbering, decided.scoring.weights());
    }

    /** Rows that met not all of their block because the block was too large. */
    public long cutRows() {
        return cutRows;
    }

    /** Who is who, as it was told to the partitions of both lists. */
    private record Decided<R extends Serializable>(
            JavaRDD<PreparedPart<R>> prepared,
            JavaRDD<Inbox> told,
            Numbering numbering,
            Scoring scoring,
            Map<String, Long> passes) {}

    private Decided<R> decide(PartedList<R> left, PartedList<R> right, Assignment.Shape shape, Telling telling) {
        clock.begin("block");
        Numbering numbering = Numbering.of(left, right);
        Learning.Learned<R> learned = learning.of(left.parts().union(right.parts()), numbering);
        RowKind<R> kind = learned.kind();
        Passes<R> passes = new Passes<>(kind, numbering, partitions);
        JavaRDD<Passes.Found> found =
                passes.sent(learned.parts()).each(passes::join).persist(StorageLevel.MEMORY_AND_DISK());
        Passes.Counts counts = found.map(Passes.Found::counts).treeReduce(Passes.Counts::with);
        cutRows = learned.cutRows() + counts.cutRows();
        Map<String, Long> pairs = new LinkedHashMap<>();
        for (int pass = 0; pass < counts.pairs().length; pass++) {
            pairs.put(kind.passes().get(pass), counts.pairs()[pass]);
        }
        clock.begin("weigh");
        Weights weights = learned.weights(counts.seen());
        Scoring scoring = new Scoring(weights, learned.rules(weights));
        clock.begin("assign");
        Deciding<R> deciding = new Deciding<>(kind, numbering, partitions, spark.broadcast(scoring), shape, telling);
        return new Decided<>(learned.parts(), deciding.decide(learned.parts(), found), numbering, scoring, pairs);
    }

    private Outcome write(Decided<R> decided, RowFiles leftFiles, RowFiles rightFiles) {
        Numbering numbering = decided.numbering;
        Broadcast<Scoring> sent = spark.broadcast(decided.scoring);
        List<RowFiles.Written> all = decided.prepared
                .zip(decided.told)
                .map(both -> (numbering.isLeft(both._1().index()) ? leftFiles : rightFiles)
                        .write(both._1(), both._2(), sent.value()))
                .collect();
        Outcome outcome = new Outcome(decided.scoring.judge());
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
