package org.doudi.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.doudi.cli.LinkedWords;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.output.Account;
import org.doudi.linkage.output.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi cluster dedupe}: who is in one list more than once, on a cluster. */
@Command(
        name = "dedupe",
        description = "Finds the rows of one list that are the same person: the same bytes as doudi dedupe.",
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
    private SchemaOption records;

    @Mixin
    private SparkOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Account account = new LinkedResult(spec, options, records, out).of(List.of(list), Assignment.Shape.ONE_TO_ONE);
        Outcome outcome = account.outcome();
        long rejected = account.left().rejectedRows();
        return LinkedWords.cleared(spec, outcome, rejected, out);
    }
}
