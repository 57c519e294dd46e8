package org.doudi.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Figure;
import org.doudi.bench.run.Report;

/** Loads a city into the platform, lets clerks work on it, and compares the household's page with a bare one. */
public final class ServerBench {
    private static final int NIGHT_SHIFT_SECONDS = 10;
    private static final int CITY = 350_000;
    private static final double MOST_MILLIS = 100;
    private static final double LEAST_RATIO = 0.3;
    private static final int HOUSEHOLDS_A_CLERK = 25;
    private static final int BROWSERS = 4;
    private static final double WARM_UP_SHARE = 0.25;

    private final Report report;
    private final PrintWriter progress;
    private final Path work;
    private final Size size;

    /**
     * How much is measured.
     *
     * @param cases that each clerk opens before
     * @param think seconds on average between two requests of a clerk
     */
    public record Size(int households, int clerks, int cases, double think, int seconds, int port) {}

    public ServerBench(Report report, PrintWriter progress, Path work, Size size) {
        this.report = report;
        this.progress = progress;
        this.work = work;
        this.size = size;
    }

    /** Measures. */
    public void run() throws IOException {
        try {
            measure(folder());
        } catch (ChildFailed e) {
            report.missing("the server under load", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The folder of the made-up city, cut to the size. */
    private Path folder() throws IOException, ChildFailed {
        Path city = work.resolve("city");
        Path made = work.resolve("city.complete");
        if (!Files.exists(made)) {
            say("making up a city");
            Child.doudi(List.of("demo-data", city.toString(), "--scale", "city"), work.resolve("demo-data.log"))
                    .run();
            Files.createFile(made);
        }
        if (size.households() >= CITY) {
            return city;
        }
        Path part = work.resolve("city-" + size.households());
        City.cut(city, part, size.households());
        return part;
    }

    private void measure(Path folder) throws IOException, InterruptedException {
        City city = City.read(folder);
        Path data = Files.createTempDirectory(work, "platform");
        List<String> command = List.of(
                Child.home().resolve("doudi").toString(),
                "serve",
                "--port",
                Integer.toString(size.port()),
                "--data",
                data.toString(),
                "--spring.profiles.active=demo",
                "--doudi.demo.folder=" + folder,
                // the bench's clerks do the work, and the search for people entered twice begins with the day
                "--doudi.demo.examples=false",
                "--doudi.repeats.every=5s",
                "--doudi.demo.accounts=" + data.resolve("accounts.csv"));
        double first;
        say("loading the households");
        try (Server platform = Server.start(command, data.resolve("first.log"))) {
            first = platform.secondsToReady();
        }
        try (Server platform = Server.start(command, data.resolve("second.log"))) {
            double second = platform.secondsToReady();
            report.upTo("ready on the existing database", report.add("server.ready", "s", second), 15);
            Figure load = report.add("server.load", "s", first - second);
            report.inform("loading " + size.households() + " households", load.text(), "");
            clerksAtWork(platform, data, city);
        }
    }

    private void clerksAtWork(Server platform, Path data, City city) throws IOException, InterruptedException {
        try (ClosableHttp browsers = new ClosableHttp()) {
            Office office = new Office(browsers.http(), platform.address());
            say("making " + size.clerks() + " accounts, and " + size.cases() + " cases each");
            List<Office.Clerk> clerks = office.clerks(data.resolve("accounts.csv"), city, size.clerks());
            fill(clerks);
            say("warming up");
            shift(clerks, Math.max(1, (int) (size.seconds() * WARM_UP_SHARE)), new Latencies());
            say("working for " + size.seconds() + " s");
            Latencies latencies = new Latencies();
            double before = platform.cpuSeconds();
            shift(clerks, size.seconds(), latencies);
            tell(latencies, platform.cpuSeconds() - before);
            say("a night, with the clerks at work");
            new Night(data.resolve("second.log"))
                    .run(clerks.get(0), busy -> shift(clerks, NIGHT_SHIFT_SECONDS, busy), latencies, report);
            throughput(data, clerks);
        }
    }

    private void fill(List<Office.Clerk> clerks) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(BROWSERS);
        try {
            List<Callable<Integer>> jobs = new ArrayList<>();
            Set<String> opened = ConcurrentHashMap.newKeySet();
            for (int i = 0; i < clerks.size(); i++) {
                Office.Clerk clerk = clerks.get(i);
                // clerks of one township take other households
                int offset = i * HOUSEHOLDS_A_CLERK;
                jobs.add(() -> Office.fill(clerk, offset, HOUSEHOLDS_A_CLERK, size.cases(), opened));
            }
            for (Future<Integer> job : threads.invokeAll(jobs)) {
                job.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the clerks' cases could not be made: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void shift(List<Office.Clerk> clerks, int seconds, Latencies latencies) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clerks.size());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < clerks.size(); i++) {
            threads.execute(new Shift(clerks.get(i), latencies, size.think(), until, i));
        }
        threads.shutdown();
        if (!threads.awaitTermination(seconds + 120L, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private void tell(Latencies latencies, double cpu) {
        int all = 0;
        for (Kind kind : Kind.values()) {
            int count = latencies.count(kind);
            all += count;
            if (count == 0) {
                report.missing(kind.words() + ", p95", "no request of the kind came through");
                continue;
            }
            Figure p95 = figure(latencies, kind, 95);
            String others =
                    count + " requests, p50 " + figure(latencies, kind, 50).text() + ", p99 "
                            + figure(latencies, kind, 99).text();
            if (kind == Kind.CASE) {
                report.inform(kind.words() + ", p95", p95.text(), "");
            } else {
                report.upTo(kind.words() + ", p95", p95, MOST_MILLIS);
            }
            report.detail(kind.words() + ": " + others);
        }
        report.holds("errors", latencies.failed() + " of " + all, "", "none", latencies.failed() == 0);
        latencies.errors().forEach(report::note);
        Figure rate = report.add("server.requests", "a second", all / (double) size.seconds());
        report.inform("requests a second", rate.text(), "");
        report.note("The platform's own process took " + String.format(Locale.ROOT, "%.1f", cpu)
                + " s of processor time in " + size.seconds()
                + " s; PostgreSQL and the clerks run on the same processors.");
        report.note(size.clerks() + " clerks think " + size.think() + " s on average between two requests.");
    }

    private Figure figure(Latencies latencies, Kind kind, int percent) {
        return report.add(
                "server." + kind.name().toLowerCase(Locale.ROOT) + ".p" + percent,
                "ms",
                latencies.percentile(kind, percent));
    }

    /** The same browsers, without thinking, on one household's page and on a bare page of that size. */
    private void throughput(Path data, List<Office.Clerk> clerks) throws IOException, InterruptedException {
        int bytes = clerks.get(0)
                .session()
                .get("/households/" + clerks.get(0).households().get(0))
                .body()
                .getBytes(StandardCharsets.UTF_8)
                .length;
        copy("BarePage.java", data);
        copy("rows.html", data);
        String jars;
        try (Stream<Path> libraries = Files.list(Child.home().resolve("server/target/lib"))) {
            jars = libraries.map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        }
        compile(data.resolve("BarePage.java"), jars);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                data + System.getProperty("path.separator") + jars,
                "BarePage",
                Integer.toString(bytes),
                data.toString(),
                "0");
        int seconds = Math.max(2, size.seconds() / 6);
        try (Server bare = Server.start(command, data.resolve("bare.log"));
                ClosableHttp browsers = new ClosableHttp()) {
            List<Throughput.Ask> pages = new ArrayList<>();
            List<Throughput.Ask> texts = new ArrayList<>();
            List<Throughput.Ask> templates = new ArrayList<>();
            for (int i = 0; i < BROWSERS; i++) {
                Office.Clerk clerk = clerks.get(i % clerks.size());
                String path = "/households/" + clerk.households().get(0);
                pages.add(() -> clerk.session().get(path).status() == 200);
                Session nobody = new Session(browsers.http(), bare.address());
                texts.add(() -> nobody.get("/text").status() == 200);
                templates.add(() -> nobody.get("/template").status() == 200);
            }
            say("asking for household pages and bare pages of " + bytes + " bytes");
            List<Double> ours = new ArrayList<>();
            List<Double> text = new ArrayList<>();
            List<Double> template = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                text.add(Throughput.perSecond(texts, seconds));
                template.add(Throughput.perSecond(templates, seconds));
                ours.add(Throughput.perSecond(pages, seconds));
            }
            compare("bare template", report.add("server.template", "a second", template), ours);
            compare("bare text", report.add("server.text", "a second", text), ours);
            report.note("Both pages have " + bytes + " bytes; the bare ones know no sign-in and no database.");
        }
    }

    private void compare(String peer, Figure bare, List<Double> ours) {
        Figure doudi = report.add("server.household-against-" + peer.replace(' ', '-'), "a second", ours);
        double ratio = doudi.median() / bare.median();
        report.holds(
                "household pages against a " + peer,
                doudi.text(),
                peer + " " + bare.text() + ", ratio " + String.format(Locale.ROOT, "%.3f", ratio),
                "ratio at least " + LEAST_RATIO,
                ratio >= LEAST_RATIO);
    }

    /** Compiled here, so that no module of the bench depends on Spring. */
    private static void compile(Path source, String jars) throws IOException {
        int status = ToolProvider.findFirst("javac")
                .orElseThrow(() -> new IOException("the bare page needs a JDK"))
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-cp",
                        jars,
                        "-d",
                        source.resolveSibling(".").normalize().toString(),
                        source.toString());
        if (status != 0) {
            throw new IOException("the bare page does not compile");
        }
    }

    private static void copy(String name, Path to) throws IOException {
        try (InputStream in = Objects.requireNonNull(ServerBench.class.getResourceAsStream("/server/" + name))) {
            Files.copy(in, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void say(String text) {
        progress.println(text);
        progress.flush();
    }

    /** Browsers that go away. */
    private static final class ClosableHttp implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(4);
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();

        HttpClient http() {
            return http;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
