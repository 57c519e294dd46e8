package org.doudi.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.cluster.lists.PartedList;
import org.doudi.cluster.lists.PartedLists;
import org.doudi.cluster.lists.Taking;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.fields.FieldKeys;
import org.doudi.linkage.fields.FieldList;
import org.doudi.linkage.fields.Schema;
import org.doudi.linkage.output.Account;
import org.doudi.linkage.output.Summary;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.person.PersonPairs;
import picocli.CommandLine.Model.CommandSpec;

/** The way of a linkage from its lists to the files of the result, in the form that was asked for. */
final class LinkedResult {
    private static final String SUMMARY = "summary.json";

    private final CommandSpec spec;
    private final SparkOptions options;
    private final SchemaOption records;
    private final String out;

    LinkedResult(CommandSpec spec, SparkOptions options, SchemaOption records, String out) {
        this.spec = spec;
        this.options = options;
        this.records = records;
        this.out = out;
    }

    /** Reads the lists of these names, links two or clears one of duplicates, and writes the tables and the summary. */
    Account of(List<String> names, Assignment.Shape shape) throws IOException {
        StageClock clock = new StageClock(SparkOptions.progress(spec));
        try (SparkOptions.Work work = options.start(spec);
                Draft draft = new Draft(out, work.spark().hadoopConfiguration())) {
            JavaSparkContext spark = work.spark();
            clock.begin("read");
            Schema schema = records.schema(spark.hadoopConfiguration());
            PartedLists reader = new PartedLists(spark);
            long bytes = 0;
            for (String name : names) {
                bytes += reader.bytes(name);
            }
            int partitions = options.partitions(spark, bytes, SparkOptions.linkedAPart(spark));
            Account account = schema == null
                    ? link(
                            ClusterLinker.ofPeople(spark, partitions, clock),
                            read(names, partitions, reader, PersonList::taker),
                            shape,
                            draft)
                    : link(
                            ClusterLinker.ofRecords(spark, partitions, clock, records.name(), schema),
                            read(names, partitions, reader, name -> FieldList.taker(name, schema)),
                            shape,
                            draft);
            summary(account, draft);
            commit(draft, names.size() == 1 ? ClusterLinker.DUPLICATE_FILES : ClusterLinker.FILES);
            SparkOptions.tellOfCut(
                    spec, account.cutRows(), schema == null ? PersonPairs.MOST_IN_BLOCK : FieldKeys.MOST_IN_BLOCK);
            return account;
        }
    }

    private static <R extends Serializable> List<PartedList<R>> read(
            List<String> names, int partitions, PartedLists reader, Taking<R> taking) throws IOException {
        List<PartedList<R>> lists = new ArrayList<>();
        for (String name : names) {
            lists.add(reader.read(name, partitions, taking));
        }
        return lists;
    }

    private static <R extends Serializable> Account link(
            ClusterLinker<R> linker, List<PartedList<R>> lists, Assignment.Shape shape, Draft draft)
            throws IOException {
        return lists.size() == 1
                ? linker.dedupe(lists.get(0), draft)
                : linker.link(lists.get(0), lists.get(1), shape, draft);
    }

    private static void summary(Account account, Draft draft) throws IOException {
        Path local = Files.createTempFile("doudi-summary", ".json");
        try {
            Summary.write(account, local);
            draft.text(SUMMARY, Files.readString(local));
        } finally {
            Files.delete(local);
        }
    }

    private void commit(Draft draft, List<String> tables) throws IOException {
        if (options.parquet()) {
            List<String> folders = new ArrayList<>();
            for (String table : tables) {
                folders.add(draft.asParquet(table, ClusterLinker.columns(table)));
            }
            draft.commitParts(folders, List.of(SUMMARY));
        } else if (options.parts()) {
            draft.commitParts(tables, List.of(SUMMARY));
        } else {
            List<String> files = new ArrayList<>(tables);
            files.add(SUMMARY);
            draft.commit(files);
        }
    }
}
