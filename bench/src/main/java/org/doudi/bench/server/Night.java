package org.doudi.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.bench.run.Report;

/**
 * A night: all households are looked at again for gaps and for what does not hang together, and the city is searched for people entered
 * twice, while the clerks go on.
 */
final class Night {
    private static final Pattern LOOKED = Pattern.compile("all were looked at in (\\d+) s");
    private static final Pattern SEARCHED = Pattern.compile("searched for people entered twice in (\\d+) s");
    private static final int MOST_SECONDS = 120;
    private static final double MOST_TIMES = 2;
    private static final int MOST_SHIFTS = 60;

    private final Path log;

    Night(Path log) {
        this.log = log;
    }

    /** A stretch of the clerks' work. */
    interface Work {
        void on(Latencies latencies) throws InterruptedException;
    }

    /** Lets a day go by, and the clerks work until all are looked at. */
    void run(Office.Clerk clerk, Work work, Latencies idle, Report report) throws IOException, InterruptedException {
        long before = Files.size(log);
        clerk.session().post("/demo/day", Map.of("days", "1"));
        Latencies busy = new Latencies();
        OptionalDouble looked = OptionalDouble.empty();
        OptionalDouble searched = OptionalDouble.empty();
        for (int i = 0; i < MOST_SHIFTS && (looked.isEmpty() || searched.isEmpty()); i++) {
            work.on(busy);
            looked = ended(LOOKED, before);
            searched = ended(SEARCHED, before);
        }
        if (looked.isEmpty() || searched.isEmpty()) {
            report.missing("a night", "it did not end; see " + log);
            return;
        }
        report.upTo("all looked at in a night", report.add("server.night", "s", looked.getAsDouble()), MOST_SECONDS);
        report.upTo(
                "searched for people entered twice, in the same night",
                report.add("server.night.search", "s", searched.getAsDouble()),
                MOST_SECONDS);
        for (Kind kind : Kind.values()) {
            if (busy.count(kind) > 0 && idle.count(kind) > 0) {
                report.upTo(
                        kind.words() + ", p95 by night against by day",
                        report.add(
                                "server.night." + kind.name().toLowerCase(Locale.ROOT),
                                "times",
                                busy.percentile(kind, 95) / idle.percentile(kind, 95)),
                        MOST_TIMES);
            }
        }
        report.holds("errors by night", Integer.toString(busy.failed()), "", "none", busy.failed() == 0);
        busy.errors().forEach(report::note);
    }

    /** The seconds that the log tells after its first so many bytes. */
    private OptionalDouble ended(Pattern what, long before) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        Matcher line =
                what.matcher(new String(bytes, (int) before, bytes.length - (int) before, StandardCharsets.UTF_8));
        return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1))) : OptionalDouble.empty();
    }
}
