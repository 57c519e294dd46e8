package org.doudi.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.cluster.lists.PartedList;
import org.doudi.cluster.lists.PeopleLists;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.output.Account;
import org.doudi.linkage.output.Summary;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.person.PersonRows;
import picocli.CommandLine.Model.CommandSpec;

/** The way of a linkage from its lists to the files of the result, in the form that was asked for. */
final class LinkedResult {
    private static final String SUMMARY = "summary.json";

    private final CommandSpec spec;
    private final SparkOptions options;
    private final String out;

    LinkedResult(CommandSpec spec, SparkOptions options, String out) {
        this.spec = spec;
        this.options = options;
        this.out = out;
    }

    /** Links what was read. */
    @FunctionalInterface
    interface Linking {
        /** Writes the tables into the draft. */
        Account link(ClusterLinker linker, List<PartedList<PersonRows>> lists, Draft draft);
    }

    /** Reads the lists of these names, links them, and writes these tables and the summary. */
    Account of(List<String> names, List<String> tables, Linking linking) throws IOException {
        StageClock clock = new StageClock(SparkOptions.progress(spec));
        try (SparkOptions.Work work = options.start(spec);
                Draft draft = new Draft(out, work.spark().hadoopConfiguration())) {
            JavaSparkContext spark = work.spark();
            clock.begin("read");
            PeopleLists reader = new PeopleLists(spark);
            long bytes = 0;
            for (String name : names) {
                bytes += reader.bytes(name);
            }
            int partitions = options.partitions(spark, bytes, PeopleLists.BYTES_A_PART);
            List<PartedList<PersonRows>> lists = new ArrayList<>();
            for (String name : names) {
                lists.add(reader.read(name, partitions, PersonList::taker));
            }
            Account account = linking.link(new ClusterLinker(spark, partitions, clock), lists, draft);
            summary(account, draft);
            commit(draft, tables);
            SparkOptions.tellOfCut(spec, account.cutRows());
            return account;
        }
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
