package org.doudi.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.doudi.cli.folder.ForeignFolder;
import org.doudi.linkage.table.UnreadableList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command tree; a sub-command does the work. */
@Command(
        name = "doudi",
        description = "Runs rural dibao and the poverty register as one.",
        mixinStandardHelpOptions = true,
        version = "doudi 0.1.0",
        subcommands = {
            DemoDataCommand.class,
            ReconcileCommand.class,
            LinkCommand.class,
            DedupeCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Doudi implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command named by the arguments and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Doudi())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Doudi::explain);
    }

    /** A failure is told in one line that says what to do; a stack trace is for us and only shown when asked for. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof ForeignFolder) {
            command.getErr().println("doudi " + command.getCommandName() + ": " + failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (failure instanceof UnreadableList || failure instanceof IOException) {
            command.getErr().println("doudi " + command.getCommandName() + ": " + describe(failure));
        } else {
            command.getErr()
                    .println("doudi " + command.getCommandName() + ": this is a fault of the program: " + failure
                            + ". Run it again with DOUDI_DEBUG=1 and send us what it prints.");
        }
        if (System.getenv("DOUDI_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String describe(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return message + ": there is no such file. Check the path.";
        }
        if (failure instanceof AccessDeniedException) {
            return message + ": access was denied. Check who may read and write there.";
        }
        return message;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; doudi --help lists them.");
    }
}
