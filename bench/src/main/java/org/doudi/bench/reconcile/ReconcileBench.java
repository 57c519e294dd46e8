package org.doudi.bench.reconcile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Cost;
import org.doudi.bench.run.Report;

/** Makes up a city and reconciles the departments' lists about it: 350,000 households, a little over a million people. */
public final class ReconcileBench {
    private static final String DAY = "2017-06-20";
    /** Some rows of the made-up lists are broken on purpose; the status says so. */
    private static final int SOME_ROWS_UNUSABLE = 3;

    private static final double GIB = 1L << 30;

    private final Report report;
    private final PrintWriter progress;
    private final Path work;
    private final int repeat;

    public ReconcileBench(Report report, PrintWriter progress, Path work, int repeat) {
        this.report = report;
        this.progress = progress;
        this.work = work;
        this.repeat = repeat;
    }

    /** Measures the reconciliation, not the making of the city. */
    public void run() throws IOException {
        String measure = "reconcile a city";
        Path city = work.resolve("city");
        Path made = work.resolve("city.complete");
        List<Cost> costs = new ArrayList<>();
        try {
            if (!Files.exists(made)) {
                say("making up a city");
                Child.doudi(List.of("demo-data", city.toString(), "--scale", "city"), work.resolve("demo-data.log"))
                        .run();
                Files.createFile(made);
            }
            Child reconcile = Child.doudi(
                            List.of(
                                    "reconcile",
                                    city.toString(),
                                    "--as-of",
                                    DAY,
                                    "--out",
                                    work.resolve("city-out").toString()),
                            work.resolve("reconcile.log"))
                    .accepting(SOME_ROWS_UNUSABLE);
            for (int round = 0; round < repeat; round++) {
                say("reconciling a city, run " + (round + 1));
                costs.add(reconcile.run());
            }
        } catch (ChildFailed e) {
            report.missing(measure, String.valueOf(e.getMessage()));
            return;
        }
        report.upTo(
                measure + ", wall",
                report.add(
                        "reconcile.city.wall",
                        "s",
                        costs.stream().map(Cost::wall).toList()),
                30);
        report.add("reconcile.city.cpu", "s", costs.stream().map(Cost::cpu).toList());
        report.upTo(
                measure + ", memory",
                report.add(
                        "reconcile.city.peak",
                        "GB",
                        costs.stream().map(cost -> cost.peakBytes() / GIB).toList()),
                4);
    }

    private void say(String text) {
        progress.println(text);
        progress.flush();
    }
}
