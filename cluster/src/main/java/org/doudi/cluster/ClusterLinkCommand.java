package org.doudi.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.doudi.cli.LinkedWords;
import org.doudi.cli.ShapeOption;
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
    private SchemaOption records;

    @Mixin
    private SparkOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Account account = new LinkedResult(spec, options, records, out).of(List.of(left, right), shape.shape());
        Outcome outcome = account.outcome();
        Account.ListRead other = account.right();
        long rejected = account.left().rejectedRows() + (other == null ? 0 : other.rejectedRows());
        return LinkedWords.linked(spec, outcome, rejected, out);
    }
}
