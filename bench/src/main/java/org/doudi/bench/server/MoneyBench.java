package org.doudi.bench.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Figure;
import org.doudi.bench.run.Report;

/** A county's month with many payees: computed, let go and exported by the platform, beside a bare COPY of its lines. */
public final class MoneyBench {
    private static final double MOST_SECONDS = 60;
    private static final double MOST_GIGABYTES = 2;
    private static final double MOST_RATIO = 3;
    private static final long PATIENCE_MINUTES = 30;

    private final Report report;
    private final PrintWriter progress;
    private final Path work;
    private final int payees;

    public MoneyBench(Report report, PrintWriter progress, Path work, int payees) {
        this.report = report;
        this.progress = progress;
        this.work = work;
        this.payees = payees;
    }

    /** Measures. */
    public void run() throws IOException {
        try {
            // any command of the platform builds it first
            Child.doudi(List.of("audit", "--help"), work.resolve("build.log"))
                    .accepting(2)
                    .run();
            measure(Files.createTempDirectory(work, "money"));
        } catch (ChildFailed e) {
            report.missing("a month of money", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void measure(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("month.log");
        progress.println("a month of " + payees + " payees");
        progress.flush();
        Process process = Months.start("MoneyMonth.java", payees, folder, log);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            report.missing("a month of money", "the program failed; its log is " + log);
            return;
        }
        tell(Months.figures(log, "money."));
    }

    private void tell(Map<String, Double> figures) {
        double all = 0;
        for (String part : List.of("money.compute", "money.check-and-fund", "money.release-and-seal", "money.export")) {
            double seconds = of(figures, part);
            all += seconds;
            report.inform(
                    part.substring("money.".length()),
                    report.add(part, "s", seconds).text(),
                    "");
        }
        report.upTo("computed, let go and exported", report.add("money.all", "s", all), MOST_SECONDS);
        report.upTo("heap of the platform", report.add("money.heap", "GB", of(figures, "money.heap")), MOST_GIGABYTES);
        Figure copy = report.add("money.copy", "s", of(figures, "money.copy"));
        double ratio = of(figures, "money.compute") / copy.median();
        report.holds(
                "computing the lines against a bare COPY of them",
                report.add("money.compute-against-copy", "s", of(figures, "money.compute"))
                        .text(),
                "COPY " + copy.text() + ", ratio " + String.format(Locale.ROOT, "%.2f", ratio),
                "ratio at most " + MOST_RATIO,
                ratio <= MOST_RATIO);
        report.note("The file has " + Math.round(of(figures, "money.bytes")) + " MB.");
    }

    private static double of(Map<String, Double> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name + " was not measured");
    }
}
