package org.doudi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doudi.cli.demodata.DemoFolder;
import org.doudi.cli.demodata.Scale;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.Progress;
import org.doudi.cli.reconcile.Reconciled;
import org.doudi.cli.reconcile.Reconciliation;
import org.doudi.cli.reconcile.ResultFiles;
import org.doudi.cli.reconcile.ResultTable;
import org.doudi.policy.parameters.ParameterPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a county up, reconciles it, and says where the report is. */
@Command(
        name = "demo-report",
        description =
                "Makes up a county's households and lists, reconciles them, and shows what was found. Nobody in it is real.",
        footer = {"", "Run it again and it reuses what it made; another scale or seed makes it anew."},
        mixinStandardHelpOptions = true)
final class DemoReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo-report",
            description = "Where to put it (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--scale",
            defaultValue = "county",
            description = "How much: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Scale scale;

    @Option(names = "--seed", defaultValue = "2017", description = "Chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path lists = data.resolve("lists");
        Path result = data.resolve("result");
        if (DemoFolder.holds(lists, scale, seed)) {
            out.printf("Using the lists in %s%n", lists);
        } else {
            out.printf("Making up the lists in %s%n", lists);
            out.flush();
            DemoFolder.write(lists, scale, seed, Progress.onTerminal());
        }
        out.printf("Reconciling them as of %s%n%n", DemoFolder.AS_OF);
        out.flush();
        try (FreshFolder folder = FreshFolder.in(result, ResultFiles.MARKER, ResultFiles.FORMAT)) {
            int threads = Runtime.getRuntime().availableProcessors();
            Reconciled found =
                    Reconciliation.of(lists, DemoFolder.AS_OF, ParameterPack.load(), threads, Progress.onTerminal());
            ResultFiles.write(found, folder);
            folder.publish();
            new ResultTable(found.overview()).print(out, result.toString());
            out.printf(
                    "Open it:  file://%s%n",
                    result.resolve("report.html").toAbsolutePath().normalize());
            out.flush();
            return found.overview().clean() ? 0 : Failure.SOME_REJECTED;
        }
    }
}
