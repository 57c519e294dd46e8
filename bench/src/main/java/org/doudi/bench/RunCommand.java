package org.doudi.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doudi.bench.cluster.ClusterBench;
import org.doudi.bench.linkage.LinkageBench;
import org.doudi.bench.policy.PolicyBench;
import org.doudi.bench.reconcile.ReconcileBench;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Report;
import org.doudi.bench.run.ReportFile;
import org.doudi.bench.run.Table;
import org.doudi.bench.server.FaultBench;
import org.doudi.bench.server.MoneyBench;
import org.doudi.bench.server.ServerBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every measuring command has: sizes, repetitions, where the result goes. */
abstract class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            split = ",",
            converter = Rows.class,
            description = "Rows in each list to link, several with commas (200k,1m).")
    private @Nullable List<Integer> rows;

    @Option(names = "--full", description = "Link 4m rows a side too; takes an hour or so.")
    private boolean full;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "3",
            description = "Repetitions; medians are shown (${DEFAULT-VALUE}).")
    private int repeat;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "bench-result.json",
            description = "The file for all figures (${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where lists and results are kept (bench/target/data); lists that are there are used again.")
    private @Nullable Path work;

    private final Report report = new Report();

    /** Measures and puts what it finds into the report. */
    abstract void measure() throws IOException;

    @Override
    public final Integer call() throws IOException {
        measure();
        ReportFile.write(report, Versions.all(), out);
        progress().print(Table.of(report));
        progress().println("All figures: " + out);
        progress().flush();
        return 0;
    }

    final void all() throws IOException {
        policy();
        linkage();
        reconcile();
    }

    final void linkage() throws IOException {
        buildDoudi();
        Map<Integer, String> sizes = new LinkedHashMap<>();
        List<Integer> chosen =
                rows != null ? rows : full ? List.of(200_000, 1_000_000, 4_000_000) : List.of(200_000, 1_000_000);
        chosen.forEach(size -> sizes.put(size, Rows.label(size)));
        new LinkageBench(report, progress(), work(), repeat).run(sizes);
    }

    final void policy() throws IOException {
        buildDoudi();
        new PolicyBench(report, progress(), work(), repeat).run();
    }

    final void reconcile() throws IOException {
        buildDoudi();
        new ReconcileBench(report, progress(), work(), repeat).run();
    }

    final void cluster(int households) throws IOException {
        try {
            Child.doudi(List.of("cluster", "--version"), work().resolve("build.log"))
                    .run();
        } catch (ChildFailed e) {
            report.note("Doudi's cluster does not build: " + e.getMessage());
        }
        buildDoudi();
        Map<Integer, String> sizes = new LinkedHashMap<>();
        (rows != null ? rows : List.of(200_000)).forEach(size -> sizes.put(size, Rows.label(size)));
        new ClusterBench(report, progress(), work(), repeat).run(sizes, households);
    }

    final void server(ServerBench.Size size) throws IOException {
        buildDoudi();
        new ServerBench(report, progress(), work(), size).run();
    }

    final void money(int payees) throws IOException {
        new MoneyBench(report, progress(), work(), payees).run();
    }

    final void faults(FaultBench.Size size) throws IOException {
        new FaultBench(report, progress(), work(), size).run();
    }

    /** The launcher builds what it runs; that belongs to no measurement. */
    private void buildDoudi() throws IOException {
        try {
            Child.doudi(List.of("--version"), work().resolve("build.log")).run();
        } catch (ChildFailed e) {
            report.note("Doudi's command line does not build: " + e.getMessage());
        }
    }

    private PrintWriter progress() {
        return spec.commandLine().getOut();
    }

    private Path work() throws IOException {
        Path directory = work != null ? work.toAbsolutePath() : Child.home().resolve("bench/target/data");
        return Files.createDirectories(directory);
    }
}
