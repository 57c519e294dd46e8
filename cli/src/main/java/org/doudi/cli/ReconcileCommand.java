package org.doudi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.Progress;
import org.doudi.cli.reconcile.Reconciled;
import org.doudi.cli.reconcile.Reconciliation;
import org.doudi.cli.reconcile.ResultFiles;
import org.doudi.cli.reconcile.ResultTable;
import org.doudi.cli.reconcile.TruthCheck;
import org.doudi.policy.parameters.ParameterPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the departments' lists together with the households and writes every gap between the rolls and the rules. */
@Command(
        name = "reconcile",
        description =
                "Links the departments' lists with the households, fills the rolls, assesses every household, and writes "
                        + "who is missing from a roll and who is due to leave one.",
        footer = {
            "",
            "DIR holds households.jsonl, persons.csv and the lists dibao, tekun, register, lifted, certificates, allowances,",
            "each as .csv or .xlsx (doudi demo-data makes such a folder). OUT gets report.html, gaps.csv, gaps.xlsx,",
            "pending.csv, review.csv, not-in-households.csv, quality.csv, errors.csv and summary.json.",
            "Exit status: 0 all input was used, 3 some rows, lines or lists could not be used, 1 a file or the disk failed,",
            "2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder with the households and the lists.")
    private Path dir;

    @Mixin
    private AsOfOption asOf;

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "The folder to write.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--truth", description = "For made-up lists: compare the gaps found with those in DIR/truth.")
    private boolean truth;

    @Mixin
    private Packs packs;

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > 256) {
            throw new ParameterException(spec.commandLine(), "--threads must be from 1 to 256, not " + threads);
        }
        ParameterPack pack = packs.load();
        LocalDate day = asOf.in(pack, spec);
        try (FreshFolder folder = FreshFolder.in(out, ResultFiles.MARKER, ResultFiles.FORMAT)) {
            Reconciled found = Reconciliation.of(dir, day, pack, threads, Progress.onTerminal());
            ResultFiles.write(found, folder);
            folder.publish();
            PrintWriter to = spec.commandLine().getOut();
            new ResultTable(found.overview()).print(to, out.toString());
            if (truth) {
                TruthCheck.of(dir, found.findings()).print(to);
            }
            to.flush();
            return found.overview().clean() ? 0 : Failure.SOME_REJECTED;
        }
    }
}
