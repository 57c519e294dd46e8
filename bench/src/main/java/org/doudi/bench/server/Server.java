package org.doudi.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a process of its own: the platform, or the bare page beside it. */
final class Server implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^Ready: (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Process process;
    private final String address;
    private final double secondsToReady;

    private Server(Process process, String address, double secondsToReady) {
        this.process = process;
        this.address = address;
        this.secondsToReady = secondsToReady;
    }

    /** Starts it and waits until it says that it is ready. */
    static Server start(List<String> command, Path log) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (process.isAlive() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Matcher ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                return new Server(process, ready.group(1), (System.nanoTime() - begin) / 1e9);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        process.destroy();
        throw new IOException("the server did not start; see " + log);
    }

    String address() {
        return address;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** Processor time of the process itself so far, in seconds. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
