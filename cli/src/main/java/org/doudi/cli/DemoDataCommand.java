package org.doudi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doudi.cli.demodata.DemoFolder;
import org.doudi.cli.demodata.Scale;
import org.doudi.cli.folder.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes up a population and the departments' lists about it. */
@Command(
        name = "demo-data",
        description =
                "Makes up households and the lists that departments would hand over about them, with the truth beside them.",
        mixinStandardHelpOptions = true)
final class DemoDataCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder to write. An older one of the same kind is replaced.")
    private Path dir;

    @Option(
            names = "--scale",
            defaultValue = "county",
            description = "How much: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Scale scale;

    @Option(
            names = "--seed",
            defaultValue = "2017",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        DemoFolder.Written written = DemoFolder.write(dir, scale, seed, Progress.onTerminal());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %,d households, %,d people%n", dir, written.households(), written.persons());
        written.rows().forEach((file, rows) -> out.printf("  %-18s %,10d rows%n", file, rows));
        int gaps = written.gaps().values().stream().mapToInt(Integer::intValue).sum();
        out.printf("  %-18s %,10d gaps planted%n", "truth/gaps.csv", gaps);
        out.flush();
        return 0;
    }
}
