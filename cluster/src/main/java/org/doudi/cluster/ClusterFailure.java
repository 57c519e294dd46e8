package org.doudi.cluster;

import java.io.IOException;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.SparkException;
import org.doudi.cli.Failure;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Finds in what Spark throws the reason that the user can do something about. */
final class ClusterFailure {
    private static final String CAUSE = "Caused by: ";

    private ClusterFailure() {}

    /** Runs a command; a disk that fails under this process, which Hadoop throws as an error of the machine, is a failure like others. */
    static int run(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (FSError e) {
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandLine.ExecutionException(
                    last.commandSpec().commandLine(), String.valueOf(cause.getMessage()), cause);
        }
    }

    static int handle(Exception failure, CommandLine command, ParseResult parsed) {
        return Failure.handle(reason(failure), command, parsed);
    }

    private static Exception reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableList unreadable) {
                return unreadable;
            }
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return failure instanceof SparkException || isOfSpark(failure)
                ? new IOException("the cluster gave up: " + told(failure.getMessage()), failure)
                : failure;
    }

    private static boolean isOfSpark(Exception failure) {
        return failure.getClass().getName().startsWith("org.apache.spark.");
    }

    /** The first line, and the deepest cause that the text of the failed task names. */
    private static String told(@Nullable String message) {
        if (message == null) {
            return "no reason was given";
        }
        String first = message.lines().findFirst().orElse("");
        return message.lines()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((earlier, later) -> later)
                .map(cause -> cause.substring(CAUSE.length()) + " (" + first + ")")
                .orElse(first);
    }
}
