package org.doudi.cli;

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
            DemoCommand.class,
            DemoDataCommand.class,
            ReconcileCommand.class,
            AssessCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            ParametersCommand.class,
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
                .setParameterExceptionHandler(Failure::usage)
                .setExecutionExceptionHandler(Failure::handle);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; doudi --help lists them.");
    }
}
