package org.doudi.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the bench commands. */
@Command(
        name = "doudi bench",
        description = "Measures Doudi and its peers side by side, and makes the data for it.",
        mixinStandardHelpOptions = true,
        version = "doudi 0.1.0",
        subcommands = {
            CommandLine.HelpCommand.class,
            LinkageCommand.class,
            DataCommand.class,
            FebrlCommand.class,
            ScoreCommand.class
        })
public final class Bench implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command named by the arguments and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; doudi bench --help lists them.");
    }
}
