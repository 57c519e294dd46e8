package org.doudi.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a platform that was killed leaves behind: processes that still work in the data folder, and their lock file. */
final class LeftOver {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final Path cluster;
    private final Programs programs;

    LeftOver(Path cluster, Programs programs) {
        this.cluster = cluster;
        this.programs = programs;
    }

    /** Returns when nobody works in the folder any more and no lock file says so. */
    void clear() throws IOException, InterruptedException {
        Path lock = cluster.resolve("postmaster.pid");
        Instant until = Instant.now().plus(PATIENCE);
        Optional<Long> postmaster = firstLine(lock);
        List<Long> working = working();
        if (postmaster.isPresent() && working.contains(postmaster.get())) {
            programs.stop(cluster);
        }
        for (working = working(); !working.isEmpty(); working = working()) {
            if (Instant.now().isAfter(until)) {
                throw new IOException("processes " + working + " still work in " + cluster
                        + " and do not end: end them, then start again");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        // nobody is left who could hold it; a process of the same number would be another program
        Files.deleteIfExists(lock);
    }

    private static Optional<Long> firstLine(Path lock) throws IOException {
        if (Files.notExists(lock)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(lock)) {
            return lines.findFirst()
                    .map(String::trim)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .map(Long::valueOf);
        }
    }

    /** The living processes whose working folder is the cluster; a dead one that nobody has collected yet has none. */
    private List<Long> working() throws IOException {
        Path folder = cluster.toRealPath();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> worksIn(folder, pid))
                .toList();
    }

    private static boolean worksIn(Path folder, long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(folder);
        } catch (IOException e) {
            // ended meanwhile, or another user's
            return false;
        }
    }
}
