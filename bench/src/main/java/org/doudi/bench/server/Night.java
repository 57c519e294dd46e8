package org.doudi.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.bench.run.Report;

/** A night: all households are looked at again for gaps and for what does not hang together, while the clerks go on. */
final class Night {
    private static final Pattern ENDED = Pattern.compile("all were looked at in (\\d+) s");
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
        clerk.session().post("/demo/day", Map.of("days", "1"));
        Latencies busy = new Latencies();
        OptionalDouble seconds = OptionalDouble.empty();
        for (int i = 0; i < MOST_SHIFTS && seconds.isEmpty(); i++) {
            work.on(busy);
            seconds = ended();
        }
        if (seconds.isEmpty()) {
            report.missing("all looked at in a night", "it did not end; see " + log);
            return;
        }
        report.upTo("all looked at in a night", report.add("server.night", "s", seconds.getAsDouble()), MOST_SECONDS);
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

    private OptionalDouble ended() throws IOException {
        Matcher line = ENDED.matcher(Files.readString(log));
        return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1))) : OptionalDouble.empty();
    }
}
