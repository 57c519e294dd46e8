package org.doudi.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.cli.AsOfOption;
import org.doudi.cli.Failure;
import org.doudi.cli.Packs;
import org.doudi.cli.reconcile.ResultRows.Table;
import org.doudi.cli.reconcile.ResultTable;
import org.doudi.cli.reconcile.TruthCheck;
import org.doudi.cluster.households.ShippedPack;
import org.doudi.cluster.output.Draft;
import org.doudi.cluster.reconcile.ClusterReconciliation;
import org.doudi.cluster.reconcile.ClusterResult;
import org.doudi.linkage.person.PersonPairs;
import org.doudi.policy.parameters.ParameterPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi cluster reconcile}: every gap between the rolls and the rules, on a cluster. */
@Command(
        name = "reconcile",
        description =
                "Writes who is missing from a roll and who is due to leave one: the same bytes as doudi reconcile.",
        footer = {
            "",
            "DIR, in any file system that the cluster knows, holds households.jsonl, persons and the lists dibao, tekun, register,",
            "lifted, certificates, allowances, each as .csv, .xlsx or .parquet. OUT gets the files of doudi reconcile, and",
            "_SUCCESS last: a folder without it is not whole.",
            "Exit status: 0 all input was used, 3 some rows, lines or lists could not be used, 1 a file, the disk or the cluster",
            "failed, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class ClusterReconcileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder with the households and the lists.")
    private String dir;

    @Mixin
    private AsOfOption asOf;

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "The folder to write.")
    private String out;

    @Option(names = "--truth", description = "For made-up lists: compare the gaps found with those in DIR/truth.")
    private boolean truth;

    @Mixin
    private Packs packs;

    @Mixin
    private SparkOptions options;

    @Override
    public Integer call() throws IOException {
        // what is wrong with the day or the parameters is said before a cluster is asked for anything
        ParameterPack pack = packs.load();
        LocalDate day = asOf.in(pack, spec);
        try (SparkOptions.Work work = options.start(spec);
                Draft draft = new Draft(out, work.spark().hadoopConfiguration())) {
            JavaSparkContext spark = work.spark();
            ClusterResult result = new ClusterReconciliation(
                            spark,
                            dir,
                            day,
                            (bytes, bytesAPart) -> options.partitions(spark, bytes, bytesAPart),
                            SparkOptions.progress(spec))
                    .run(pack, ShippedPack.of(spark, packs.directory()));
            result.write(draft);
            TruthCheck planted = truth ? result.truth(dir) : null;
            commit(draft);
            SparkOptions.tellOfCut(spec, result.cutRows(), PersonPairs.MOST_IN_BLOCK);
            PrintWriter to = spec.commandLine().getOut();
            new ResultTable(result.overview()).print(to, out);
            if (planted != null) {
                planted.print(to);
            }
            to.flush();
            return result.overview().clean() ? 0 : Failure.SOME_REJECTED;
        }
    }

    private void commit(Draft draft) throws IOException {
        if (options.parquet()) {
            List<String> tables = new ArrayList<>();
            for (Table table : Table.values()) {
                tables.add(draft.asParquet(table.file(), table.columns()));
            }
            draft.commitParts(tables, ClusterResult.FILES);
        } else if (options.parts()) {
            draft.commitParts(ClusterResult.tables(), ClusterResult.FILES);
        } else {
            List<String> all = new ArrayList<>(ClusterResult.tables());
            all.addAll(ClusterResult.FILES);
            draft.commit(all);
        }
    }
}
