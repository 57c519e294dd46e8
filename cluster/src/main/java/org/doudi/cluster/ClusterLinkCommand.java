package org.doudi.cluster;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.doudi.cli.Failure;
import org.doudi.cli.ShapeOption;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.cluster.lists.PeopleList;
import org.doudi.cluster.lists.PeopleLists;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.output.Account;
import org.doudi.linkage.output.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi cluster link}: who of one list is who of another, on a cluster. */
@Command(
        name = "link",
        description =
                "Finds who of the left list is who of the right list: the same pairs, weights and bytes as doudi link.",
        footer = {
            "",
            "LEFT and RIGHT are csv or xlsx files, Parquet files or folders, or tables (jdbc:postgresql://host/db?user=u#table);",
            "paths may lie in any file system that the cluster knows, such as hdfs: or s3a:.",
            "Writes matches.csv, review.csv, unmatched-*.csv, duplicates-*.csv, rejects-*.csv and summary.json into DIR, and",
            "_SUCCESS last: a folder without it is not whole.",
            "Exit status: 0 all rows took part, 3 some were rejected, 1 a list, the disk or the cluster failed, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class ClusterLinkCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LEFT", description = "the one list")
    private String left;

    @Parameters(index = "1", paramLabel = "RIGHT", description = "the other list")
    private String right;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the result")
    private String out;

    @Mixin
    private ShapeOption shape;

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
            int partitions =
                    options.partitions(spark, lists.bytes(left) + lists.bytes(right), PeopleLists.BYTES_A_PART);
            PeopleList leftList = lists.read(left, partitions);
            PeopleList rightList = lists.read(right, partitions);
            Account account =
                    new ClusterLinker(spark, partitions, clock).link(leftList, rightList, shape.shape(), draft);
            LinkedResult.summary(account, draft);
            LinkedResult.commit(session, draft, ClusterLinker.FILES, options);
            say(account);
            return leftList.rejectedRows() + rightList.rejectedRows() == 0 ? 0 : Failure.SOME_REJECTED;
        }
    }

    private void say(Account account) {
        Outcome outcome = account.outcome();
        Account.ListRead other = account.right();
        long rejected = account.left().rejectedRows() + (other == null ? 0 : other.rejectedRows());
        SparkOptions.tellOfCut(spec, account.cutRows());
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%d pairs matched, %d to review; %d and %d rows unmatched; %d rows rejected. Written to %s%n",
                        outcome.matches().pairs(),
                        outcome.review().pairs(),
                        outcome.left().unmatched(),
                        outcome.right().unmatched(),
                        rejected,
                        out);
    }
}
