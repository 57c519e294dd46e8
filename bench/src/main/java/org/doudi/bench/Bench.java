package org.doudi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the bench commands; without one of them everything is measured. */
@Command(
        name = "doudi bench",
        description = {
            "Measures Doudi and its peers side by side in one run, prints a table and writes a file with every figure.",
            "Without a command everything is measured, in about a quarter of an hour."
        },
        mixinStandardHelpOptions = true,
        version = "doudi 0.1.0",
        subcommands = {
            CommandLine.HelpCommand.class,
            AllCommand.class,
            PolicyCommand.class,
            LinkageCommand.class,
            ReconcileCommand.class,
            ClusterCommand.class,
            ServerCommand.class,
            MoneyCommand.class,
            FaultsCommand.class,
            DataCommand.class,
            FebrlCommand.class,
            ScoreCommand.class
        })
public final class Bench extends RunCommand {
    /** Runs the command named by the arguments and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler(Bench::explain);
    }

    /** A failure of files or input is told in one line; anything else is a fault of the bench and shown whole. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        if (cause instanceof NoSuchFileException) {
            command.getErr().println("doudi bench: " + cause.getMessage() + ": there is no such file");
        } else if (cause instanceof IOException || cause instanceof IllegalArgumentException) {
            command.getErr().println("doudi bench: " + cause.getMessage());
        } else {
            throw failure;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    void measure() throws IOException {
        all();
    }
}
