package org.doudi.bench.linkage;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doudi.bench.data.FebrlData;
import org.doudi.bench.data.LinkageData;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.Cost;
import org.doudi.bench.run.Figure;
import org.doudi.bench.run.Report;
import org.doudi.bench.score.Score;
import org.jspecify.annotations.Nullable;

/** Doudi and its peers over the same lists: each a process of its own, cold, csv in and csv out, one after the other. */
public final class LinkageBench {
    private static final long SEED = 42;
    private static final int SLOW_PEERS_UP_TO = 200_000;
    private static final int TRAINING_UP_TO = 1_000_000;
    private static final int LARGE = 4_000_000;
    private static final double GIB = 1L << 30;

    private final Report report;
    private final PrintWriter progress;
    private final Path work;
    private final int repeat;

    /**
     * @param work where the lists and the pairs go; lists that are there already are used again
     * @param repeat runs of the fast programs; the slow ones run once
     */
    public LinkageBench(Report report, PrintWriter progress, Path work, int repeat) {
        this.report = report;
        this.progress = progress;
        this.work = work;
        this.repeat = repeat;
    }

    /** One set of lists to link. */
    private record Set(int rows, String label, int noise) {
        String title() {
            return label + (noise == 1 ? "" : " noise " + noise);
        }

        String name(String who, String what) {
            return "linkage." + label + (noise == 1 ? "" : ".noise" + noise) + "." + who + "." + what;
        }
    }

    /** Measures every size at the basic noise, and the smallest at three times the noise too. */
    public void run(Map<Integer, String> sizes) throws IOException {
        List<Set> sets = new ArrayList<>();
        sizes.forEach((rows, label) -> sets.add(new Set(rows, label, 1)));
        sets.add(1, new Set(sets.get(0).rows(), sets.get(0).label(), 3));
        for (Set set : sets) {
            measure(set);
        }
        linear(sets);
        english();
        report.note(
                "Linkage peers: one or two sensible configurations each, not an expert's tuning; DuckDB reads with its own"
                        + " parallel csv reader, names are compared without pinyin. Splink itself (Python) is not run: the lines carry"
                        + " its SQL shape without its start-up.");
    }

    private void measure(Set set) throws IOException {
        Path lists = work.resolve(set.name("", "").replace("..", ""));
        if (!Files.exists(lists.resolve("complete"))) {
            say("making " + set.title() + " rows a side");
            LinkageData.write(lists, set.rows(), set.noise(), SEED);
            Files.createFile(lists.resolve("complete"));
        }
        String left = lists.resolve("left.csv").toString();
        String right = lists.resolve("right.csv").toString();
        Map<String, Runs> all = new LinkedHashMap<>();
        Path ours = lists.resolve("doudi");
        all.put(
                "doudi",
                new Runs(
                        Child.doudi(
                                List.of("link", left, right, "--out", ours.toString(), "--threads", "2"),
                                log(lists, "doudi")),
                        ours.resolve("matches.csv"),
                        repeat));
        all.put("join", peer(lists, left, right, DuckJoin.class, "join", repeat));
        all.put("rules", peer(lists, left, right, DuckModel.class, "rules", repeat, "fixed"));
        if (set.rows() <= TRAINING_UP_TO) {
            all.put("trained", peer(lists, left, right, DuckModel.class, "trained", 1, "train"));
        }
        if (set.rows() <= SLOW_PEERS_UP_TO) {
            all.put("duke", peer(lists, left, right, DukePeer.class, "duke", 1));
        }
        for (int round = 0; round < repeat; round++) {
            for (Map.Entry<String, Runs> entry : all.entrySet()) {
                say("linking " + set.title() + ": " + entry.getKey() + ", run " + (round + 1));
                entry.getValue().run(round);
            }
        }
        report(set, lists, all);
    }

    private static Path log(Path lists, String name) {
        return lists.resolve(name + ".log");
    }

    private static Runs peer(
            Path lists, String left, String right, Class<?> main, String name, int times, String... more) {
        Path pairs = lists.resolve(name + ".csv");
        List<String> arguments = new ArrayList<>(List.of(left, right, pairs.toString()));
        arguments.addAll(List.of(more));
        return new Runs(
                Child.java(main, arguments, log(lists, name), "duckdb_jdbc", "duke", "lucene", "mapdb", "spatial4j"),
                pairs,
                times);
    }

    /** Puts every figure of every program into the report; the answer is who has which F1. */
    private Map<String, Figure> record(Set set, Path lists, Map<String, Runs> all) {
        String title = "link " + set.title() + ": ";
        Map<String, Figure> f1 = new LinkedHashMap<>();
        all.forEach((who, runs) -> {
            if (runs.problem() != null) {
                report.missing(title + who, String.valueOf(runs.problem()));
                return;
            }
            report.add(
                    set.name(who, "wall"),
                    "s",
                    runs.costs().stream().map(Cost::wall).toList());
            report.add(
                    set.name(who, "cpu"),
                    "s",
                    runs.costs().stream().map(Cost::cpu).toList());
            report.add(
                    set.name(who, "peak"),
                    "GB",
                    runs.costs().stream().map(cost -> cost.peakBytes() / GIB).toList());
            Score score = Score.of(runs.pairs(), lists);
            report.add(set.name(who, "precision"), "", score.precision());
            report.add(set.name(who, "recall"), "", score.recall());
            f1.put(who, report.add(set.name(who, "f1"), "", score.f1()));
            report.detail(String.format(
                    Locale.ROOT,
                    "%-14s %-8s %7.2f s wall %7.2f s CPU %6.2f GB   P %.5f   R %.5f   F1 %.5f",
                    set.title(),
                    who,
                    figure(set, who, "wall").median(),
                    figure(set, who, "cpu").median(),
                    figure(set, who, "peak").median(),
                    score.precision(),
                    score.recall(),
                    score.f1()));
        });
        return f1;
    }

    private void report(Set set, Path lists, Map<String, Runs> all) {
        String title = "link " + set.title() + ": ";
        Map<String, Figure> f1 = record(set, lists, all);
        if (!f1.containsKey("doudi")) {
            return;
        }
        double goal = set.noise() == 1 ? 0.999 : 0.997;
        Optional<Map.Entry<String, Figure>> best = f1.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("doudi"))
                .max((a, b) ->
                        Double.compare(a.getValue().median(), b.getValue().median()));
        report.quality(
                title + "F1",
                figure(set, "doudi", "f1"),
                best.map(Map.Entry::getKey).orElse(""),
                best.map(Map.Entry::getValue).orElse(null),
                goal);
        against(title + "CPU", set, "cpu", "rules", 0.5);
        against(title + "wall", set, "wall", "rules", null);
        against(title + "wall", set, "wall", "join", set.rows() >= 1_000_000 ? 1.0 : null);
        against(title + "CPU", set, "cpu", "trained", null);
        against(title + "CPU", set, "cpu", "duke", null);
        if (set.rows() >= LARGE) {
            report.upTo(title + "memory", figure(set, "doudi", "peak"), 2.5);
        } else {
            against(title + "memory", set, "peak", "rules", null);
        }
    }

    private void against(String measure, Set set, String what, String peer, @Nullable Double limit) {
        report.figure(set.name(peer, what))
                .ifPresent(figure -> report.atMost(measure, figure(set, "doudi", what), peer, figure, limit));
    }

    private Figure figure(Set set, String who, String what) {
        return report.figure(set.name(who, what)).orElseThrow();
    }

    /** Lists of another kind, where the weights must be learned: how good the pairs are. */
    private void english() throws IOException {
        Path lists = work.resolve("linkage.febrl");
        FebrlData.write(lists, 5_000, SEED);
        String left = lists.resolve("left.csv").toString();
        String right = lists.resolve("right.csv").toString();
        Path ours = lists.resolve("doudi");
        Map<String, Runs> all = new LinkedHashMap<>();
        List<String> link = List.of(
                "link",
                left,
                right,
                "--out",
                ours.toString(),
                "--config",
                lists.resolve("link.yaml").toString());
        all.put("doudi", new Runs(Child.doudi(link, log(lists, "doudi")), ours.resolve("matches.csv"), 1));
        all.put("trained", peer(lists, left, right, DuckModel.class, "trained", 1, "febrl"));
        say("linking the English set");
        all.values().forEach(runs -> runs.run(0));
        record(new Set(5_000, "febrl", 1), lists, all);
    }

    /** The cost of the largest lists a row, against that of the next smaller ones. */
    private void linear(List<Set> sets) {
        if (sets.size() < 3) {
            return;
        }
        Set large = sets.get(sets.size() - 1);
        Set small = sets.get(sets.size() == 3 ? 0 : sets.size() - 2);
        Optional<Figure> more = report.figure(large.name("doudi", "cpu"));
        Optional<Figure> less = report.figure(small.name("doudi", "cpu"));
        if (more.isPresent() && less.isPresent()) {
            double growth = more.get().median() / less.get().median();
            double times = (double) large.rows() / small.rows();
            report.holds(
                    "link: CPU from " + small.label() + " to " + large.label(),
                    String.format("%.2f× for %.1f× the rows", growth, times),
                    "",
                    "linear (10 % slack)",
                    growth <= 1.1 * times);
        }
    }

    private void say(String text) {
        progress.println(text);
        progress.flush();
    }
}
