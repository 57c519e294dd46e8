package org.doudi.cluster;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.doudi.cli.Failure;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.cluster.lists.PeopleList;
import org.doudi.cluster.lists.PeopleLists;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.output.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi cluster dedupe}: who is in one list more than once, on a cluster. */
@Command(
        name = "dedupe",
        description = "Finds the rows of one list of people that are the same person: the same bytes as doudi dedupe.",
        footer = {
            "",
            "LIST is a csv or xlsx file, a Parquet file or folder, or a table (jdbc:postgresql://host/db?user=u#table).",
            "Writes duplicates.csv, review.csv, rejects.csv and summary.json into DIR, and _SUCCESS last: a folder without it",
            "is not whole. Exit status: 0 all rows took part, 3 some were rejected, 1 the list, the disk or the cluster failed,",
            "2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class ClusterDedupeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LIST", description = "the list")
    private String list;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the result")
    private String out;

    @Mixin
    private SparkOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StageClock clock = new StageClock(SparkOptions.progress(spec));
        try (SparkOptions.Work work = options.start(spec);
                Draft draft = new Draft(out, work.session().sparkContext().hadoopConfiguration())) {
            SparkSession session = work.session();
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            clock.begin("read");
            PeopleLists lists = new PeopleLists(session);
            int partitions = options.partitions(spark, lists.bytes(list), PeopleLists.BYTES_A_PART);
            PeopleList read = lists.read(list, partitions);
            Account account = new ClusterLinker(spark, partitions, clock).dedupe(read, draft);
            LinkedResult.summary(account, draft);
            LinkedResult.commit(session, draft, ClusterLinker.DUPLICATE_FILES, options);
            SparkOptions.tellOfCut(spec, account.cutRows());
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d people stand in the list more than once, on %d rows; %d pairs to review; %d rows rejected. Written to %s%n",
                            account.outcome().left().clusters(),
                            account.outcome().left().duplicates(),
                            account.outcome().review().pairs(),
                            read.rejectedRows(),
                            out);
            return read.rejectedRows() == 0 ? 0 : Failure.SOME_REJECTED;
        }
    }
}
