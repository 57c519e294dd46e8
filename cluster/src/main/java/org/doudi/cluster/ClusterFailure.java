package org.doudi.cluster;

import java.io.IOException;
import org.apache.spark.SparkException;
import org.doudi.cli.Failure;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Finds in what Spark throws the reason that the user can do something about. */
final class ClusterFailure {
    private ClusterFailure() {}

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
                ? new IOException("the cluster gave up: " + firstLine(failure.getMessage()), failure)
                : failure;
    }

    private static boolean isOfSpark(Exception failure) {
        return failure.getClass().getName().startsWith("org.apache.spark.");
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason was given"
                : message.lines().findFirst().orElse("");
    }
}
