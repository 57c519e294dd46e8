package org.doudi.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code link} and {@code dedupe} have in common. */
final class LinkageOptions {
    private static final int MOST_THREADS = 64;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads to use (default: one a core); the result does not depend on it")
    private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML schema of the records; without it the lists are lists of people")
    private @Nullable Path config;

    /** The schema, or null for lists of people. */
    @Nullable
    Path config() {
        return config;
    }

    int threads() {
        return threads;
    }

    Linker linker(CommandSpec spec) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(
                    spec.commandLine(), "--threads takes a number from 1 to " + MOST_THREADS + ", not " + threads);
        }
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = Boolean.getBoolean("doudi.terminal")
                ? stage -> {
                    err.println("doudi: " + stage + " …");
                    err.flush();
                }
                : Progress.SILENT;
        return new Linker(threads, progress);
    }
}
