package org.doudi.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program run as a process of its own, cold, and measured whole. */
public final class Child {
    private static final int LOOK_EVERY_MILLIS = 10;

    private final List<String> command;
    private final Path log;
    private final Set<Integer> good;

    private Child(List<String> command, Path log, Set<Integer> good) {
        this.command = command;
        this.log = log;
        this.good = good;
    }

    /** The same, with one more status that means its work is done. */
    public Child accepting(int status) {
        Set<Integer> more = new HashSet<>(good);
        more.add(status);
        return new Child(command, log, Set.copyOf(more));
    }

    /**
     * A main class of this module in a fresh JVM with the flags that the launcher gives to Doudi.
     *
     * @param jars how the names of the jars begin that the program needs beside this module's; no other is on its class path
     */
    public static Child java(Class<?> main, List<String> arguments, Path log, String... jars) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(jars),
                main.getName()));
        command.addAll(arguments);
        return new Child(command, log, Set.of(0));
    }

    private static String classPath(String... jars) {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator, -1))
                .filter(entry -> {
                    String name = String.valueOf(Path.of(entry).getFileName());
                    return name.startsWith("doudi-bench")
                            || !name.endsWith(".jar")
                            || Arrays.stream(jars).anyMatch(name::startsWith);
                })
                .collect(Collectors.joining(separator));
    }

    /** Any program. */
    public static Child of(List<String> command, Path log) {
        return new Child(List.copyOf(command), log, Set.of(0));
    }

    /** Doudi itself, the way its users start it. */
    public static Child doudi(List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(home().resolve("doudi").toString()));
        command.addAll(arguments);
        return new Child(command, log, Set.of(0));
    }

    /** Where the launcher is. */
    public static Path home() {
        return Path.of(System.getProperty("doudi.home", ".")).toAbsolutePath().normalize();
    }

    /**
     * Runs it.
     *
     * @throws ChildFailed when it does not end well
     */
    public Cost run() throws ChildFailed {
        try {
            return measured();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildFailed(name() + " was interrupted", e);
        }
    }

    private Cost measured() throws IOException, InterruptedException, ChildFailed {
        Path times = Files.createTempFile("doudi-bench", ".time");
        try {
            List<String> timed = new ArrayList<>(
                    List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >\"$CHILD_LOG\" 2>&1", "bench"));
            timed.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(timed).redirectError(times.toFile());
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "CHILD_LOG", log.toString()));
            Process process = builder.start();
            process.getOutputStream().close();
            long peak = watch(process);
            int status = process.exitValue();
            if (!good.contains(status)) {
                throw new ChildFailed(name() + " ended with status " + status + ": " + complaint());
            }
            List<String> lines = Files.readAllLines(times);
            List<Double> numbers = List.of(lines.get(lines.size() - 1).split(" ", -1)).stream()
                    .map(Double::valueOf)
                    .toList();
            return new Cost(numbers.get(0), numbers.get(1) + numbers.get(2), peak);
        } finally {
            Files.delete(times);
        }
    }

    /** Waits for the end and notes the high-water mark of the largest process below this one. */
    private static long watch(Process process) throws InterruptedException {
        long peak = 0;
        long watched = -1;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            if (watched < 0) {
                watched = process.descendants()
                        .filter(child -> child.info().command().orElse("").endsWith("java"))
                        .map(ProcessHandle::pid)
                        .findFirst()
                        .orElse(-1L);
            }
            peak = Math.max(peak, highWater(watched));
        }
        return peak;
    }

    private static long highWater(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // it has ended, or this is no Linux
        }
        return 0;
    }

    /** The command without paths. */
    private String name() {
        return command.stream()
                .filter(word -> !word.startsWith("-") && !word.contains("/"))
                .collect(Collectors.joining(" ", Path.of(command.get(0)).getFileName() + " ", ""));
    }

    /** The first line of its output that says something. */
    private String complaint() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("doudi: building"))
                .findFirst()
                .orElse("no output");
    }
}
