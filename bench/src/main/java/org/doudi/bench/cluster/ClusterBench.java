package org.doudi.bench.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doudi.bench.data.LinkageData;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Cost;
import org.doudi.bench.run.Figure;
import org.doudi.bench.run.Report;
import org.jspecify.annotations.Nullable;

/** Linkage on {@code local[2]} against the engine in memory and against Spark SQL; households assessed and simulated by both. */
public final class ClusterBench {
    private static final String MASTER = "local[2]";
    private static final long SEED = 42;
    private static final double GIB = 1L << 30;
    private static final double MOST_TIMES_MEMORY = 3;
    private static final double LEAST_TIMES_UNDER_SQL = 0.25;
    private static final double SLACK = 1.1;
    private static final int SOME_LINES_UNUSABLE = 3;

    private final Report report;
    private final PrintWriter progress;
    private final Path work;
    private final int repeat;

    /**
     * @param work where the lists and results go; lists that are there already are used again
     * @param repeat runs of each program
     */
    public ClusterBench(Report report, PrintWriter progress, Path work, int repeat) {
        this.report = report;
        this.progress = progress;
        this.work = work;
        this.repeat = repeat;
    }

    /**
     * Measures.
     *
     * @param sizes rows a side, smallest first, with what they are called
     * @param households how many to assess and simulate; 0 for none
     */
    public void run(Map<Integer, String> sizes, int households) throws IOException {
        Map<Integer, Figure> cpu = new LinkedHashMap<>();
        for (Map.Entry<Integer, String> size : sizes.entrySet()) {
            Figure cluster = link(size.getKey(), size.getValue());
            if (cluster != null) {
                cpu.put(size.getKey(), cluster);
            }
        }
        List<Integer> measured = new ArrayList<>(cpu.keySet());
        if (measured.size() > 1) {
            int few = measured.get(0);
            int many = measured.get(measured.size() - 1);
            double growth = median(cpu, many) / median(cpu, few);
            double times = (double) many / few;
            report.holds(
                    "cluster: CPU from " + sizes.get(few) + " to " + sizes.get(many),
                    String.format(java.util.Locale.ROOT, "%.2f× for %.1f× the rows", growth, times),
                    "",
                    "cost a row flat (10 % slack)",
                    growth <= SLACK * times);
        }
        if (households > 0) {
            assess(households);
        }
    }

    private static double median(Map<Integer, Figure> cpu, int rows) {
        Figure figure = cpu.get(rows);
        return figure == null ? Double.NaN : figure.median();
    }

    private @Nullable Figure link(int rows, String label) throws IOException {
        Path lists = work.resolve("linkage." + label);
        if (!Files.exists(lists.resolve("complete"))) {
            say("making " + label + " rows a side");
            LinkageData.write(lists, rows, 1, SEED);
            Files.createFile(lists.resolve("complete"));
        }
        String left = lists.resolve("left.csv").toString();
        String right = lists.resolve("right.csv").toString();
        Path memory = lists.resolve("doudi");
        Path cluster = lists.resolve("cluster");
        Path sql = lists.resolve("spark-sql");
        String name = "cluster.link." + label + ".";
        Figure one = measure(
                name + "memory",
                () -> Child.doudi(
                        List.of("link", left, right, "--out", memory.toString(), "--threads", "2"),
                        log(lists, "memory")));
        Figure many = measure(
                name + "spark",
                () -> Child.doudi(
                        List.of("cluster", "link", left, right, "--out", cluster.toString(), "--master", MASTER),
                        log(lists, "spark")));
        Figure other = measure(name + "sql", () -> sparkSql(left, right, sql, log(lists, "sql")));
        if (one != null && many != null) {
            long different = Files.mismatch(memory.resolve("matches.csv"), cluster.resolve("matches.csv"));
            report.holds(
                    "cluster link " + label + ": the same matches, byte for byte",
                    different < 0 ? "the same" : "different from byte " + different,
                    "memory",
                    "the same",
                    different < 0);
            report.atMost("cluster link " + label + ": CPU", many, "memory", one, MOST_TIMES_MEMORY);
        }
        if (many != null && other != null) {
            report.atMost("cluster link " + label + ": CPU", many, "Spark SQL", other, LEAST_TIMES_UNDER_SQL);
        }
        if (many != null) {
            report.add(name + "spark.cpu-us-a-row", "µs", many.median() * 1e6 / (2.0 * rows));
        }
        return many;
    }

    /** Assesses and simulates so many households of a made-up city, each of its files as often as it takes. */
    private void assess(int households) throws IOException {
        Path folder = work.resolve("cluster.households." + households);
        long lines = 0;
        try {
            Path city = work.resolve("city");
            if (!Files.exists(work.resolve("city.complete"))) {
                say("making up a city");
                Child.doudi(List.of("demo-data", city.toString(), "--scale", "city"), work.resolve("demo-data.log"))
                        .run();
                Files.createFile(work.resolve("city.complete"));
            }
            Path file = city.resolve("households.jsonl");
            long each;
            try (Stream<String> all = Files.lines(file)) {
                each = all.count();
            }
            Files.createDirectories(folder);
            for (int copy = 0; lines < households; copy++, lines += each) {
                Path link = folder.resolve(String.format(java.util.Locale.ROOT, "households-%04d.jsonl", copy));
                if (!Files.exists(link)) {
                    Files.createLink(link, file);
                }
            }
        } catch (ChildFailed e) {
            report.missing("cluster: households", String.valueOf(e.getMessage()));
            return;
        }
        String in = folder.toString();
        Figure assessed = measure(
                "cluster.assess",
                () -> Child.doudi(
                                List.of("cluster", "assess", in, "--out", folder + "-assessed", "--master", MASTER),
                                work.resolve("cluster.assess.log"))
                        .accepting(SOME_LINES_UNUSABLE));
        Figure simulated = measure(
                "cluster.simulate",
                () -> Child.doudi(
                                List.of(
                                        "cluster",
                                        "simulate",
                                        in,
                                        "--set",
                                        "dibao.standard=4200@2109",
                                        "--from",
                                        "2017-07-01",
                                        "--out",
                                        folder + "-simulated",
                                        "--master",
                                        MASTER),
                                work.resolve("cluster.simulate.log"))
                        .accepting(SOME_LINES_UNUSABLE));
        report.add("cluster.households", "", (double) lines);
        if (assessed != null) {
            report.add("cluster.assess.cpu-us-a-household", "µs", assessed.median() * 1e6 / lines);
        }
        if (simulated != null) {
            report.add("cluster.simulate.cpu-us-a-household", "µs", simulated.median() * 1e6 / lines);
        }
    }

    /** Makes a program afresh for each run. */
    @FunctionalInterface
    private interface Program {
        Child child() throws IOException;
    }

    /** Runs a program; answers its CPU seconds, or null when it could not be measured. */
    private @Nullable Figure measure(String name, Program program) throws IOException {
        List<Cost> costs = new ArrayList<>();
        try {
            for (int round = 0; round < repeat; round++) {
                say(name + ", run " + (round + 1));
                costs.add(program.child().run());
            }
        } catch (ChildFailed e) {
            report.missing(name, String.valueOf(e.getMessage()));
            return null;
        }
        report.add(name + ".wall", "s", costs.stream().map(Cost::wall).toList());
        report.add(
                name + ".peak",
                "GB",
                costs.stream().map(cost -> cost.peakBytes() / GIB).toList());
        return report.add(name + ".cpu", "s", costs.stream().map(Cost::cpu).toList());
    }

    /** The comparison lives among the tests of the cluster and runs on its class path. */
    private static Child sparkSql(String left, String right, Path out, Path log) throws IOException {
        Path cluster = Child.home().resolve("cluster/target");
        deleteFolder(out);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseParallelGC"));
        for (String open :
                List.of("java.lang", "java.lang.invoke", "java.nio", "java.util", "sun.nio.ch", "sun.util.calendar")) {
            command.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                cluster.resolve("test-classes") + ":" + cluster.resolve("classes") + ":" + cluster.resolve("lib")
                        + "/*",
                "org.doudi.cluster.peer.SparkSqlLink",
                left,
                right,
                out.toString(),
                MASTER));
        return Child.of(command, log);
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path log(Path lists, String who) {
        return lists.resolve("cluster-" + who + ".log");
    }

    private void say(String text) {
        progress.println(text);
        progress.flush();
    }
}
