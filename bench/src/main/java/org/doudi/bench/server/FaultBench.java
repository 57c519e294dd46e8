package org.doudi.bench.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Report;
import org.jspecify.annotations.Nullable;

/** Months are paid while the platform, its database or both are killed at random moments; in the end every month has to be paid once. */
public final class FaultBench {
    private static final long PATIENCE_SECONDS = 180;
    private static final long LOOK_EVERY_MILLIS = 20;
    /** How long after the beginning of its work the platform is killed at the latest. */
    private static final int LATEST_MILLIS = 3_000;

    private final Report report;
    private final PrintWriter progress;
    private final Path work;
    private final Size size;

    /** How much is tried: kills, payees of the county, and the seed of the moments. */
    public record Size(int kills, int payees, long seed) {}

    private enum Victim {
        PLATFORM,
        DATABASE,
        BOTH
    }

    public FaultBench(Report report, PrintWriter progress, Path work, Size size) {
        this.report = report;
        this.progress = progress;
        this.work = work;
        this.size = size;
    }

    /** Builds the platform, kills and counts. */
    public void run() throws IOException {
        try {
            Child.doudi(List.of("audit", "--help"), work.resolve("build.log"))
                    .accepting(2)
                    .run();
        } catch (ChildFailed e) {
            report.missing("months under fire", String.valueOf(e.getMessage()));
            return;
        }
        onBuilt();
    }

    /** Kills and counts, on a platform that is built. */
    void onBuilt() throws IOException {
        try {
            Path folder = Files.createTempDirectory(work, "faults");
            kill(folder);
            Files.createFile(folder.resolve("enough"));
            Path log = folder.resolve("last.log");
            Process last = Months.start("FaultMonths.java", size.payees(), folder, log);
            if (!last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || last.exitValue() != 0) {
                last.destroyForcibly();
                report.missing("the months after the last kill", "the program failed; its log is " + log);
                return;
            }
            tell(Months.figures(log, "faults."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void kill(Path folder) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(size.seed());
        for (int n = 1; n <= size.kills(); n++) {
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            long delay = random.nextInt(LATEST_MILLIS);
            Path log = folder.resolve("kill-" + n + ".log");
            Process process = Months.start("FaultMonths.java", size.payees(), folder, log);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (process.isAlive() && !Files.readString(log).contains("\nworking\n")) {
                if (System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw new IOException("the platform did not begin to work; see " + log);
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            if (!process.isAlive()) {
                throw new IOException("the platform did not go on after kill " + (n - 1) + "; see " + log);
            }
            Thread.sleep(delay);
            if (!process.isAlive()) {
                throw new IOException("the platform stopped by itself; see " + log);
            }
            strike(victim, process, folder);
            progress.println(
                    String.format(Locale.ROOT, "kill %d of %d: %s after %d ms", n, size.kills(), victim, delay));
            progress.flush();
        }
    }

    /** Kills at once and leaves nothing of what was killed; a platform without its database is killed a moment later, as people would. */
    private static void strike(Victim victim, Process platform, Path folder) throws IOException, InterruptedException {
        if (victim != Victim.DATABASE) {
            platform.destroyForcibly();
        }
        if (victim != Victim.PLATFORM) {
            String pid = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                    .get(0)
                    .strip();
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(postmaster -> {
                List<ProcessHandle> backends = postmaster.descendants().toList();
                postmaster.destroyForcibly();
                backends.forEach(ProcessHandle::destroyForcibly);
            });
        }
        if (!platform.waitFor(victim == Victim.DATABASE ? 2 : PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            platform.destroyForcibly().waitFor();
        }
    }

    private void tell(Map<String, Double> figures) {
        report.inform("kills", Integer.toString(size.kills()), "");
        report.inform("months paid", whole(figures.get("faults.months")), "");
        for (String what : List.of(
                "lines-missing-or-doubled",
                "transfers-missing-or-doubled",
                "lines-not-paid",
                "transfers-not-paid",
                "fen-off",
                "ledger-off",
                "reconciliation-gaps",
                "months-without-one-file")) {
            Double figure = figures.get("faults." + what);
            report.holds(what.replace('-', ' '), whole(figure), "", "none", figure != null && figure == 0);
        }
    }

    private static String whole(@Nullable Double figure) {
        return figure == null ? "not counted" : Long.toString(Math.round(figure));
    }
}
