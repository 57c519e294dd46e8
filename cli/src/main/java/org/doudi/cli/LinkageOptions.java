package org.doudi.cli;

import java.io.PrintWriter;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
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
