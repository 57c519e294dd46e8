package org.doudi.cluster;

import org.doudi.cli.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the commands that run on a cluster. */
@Command(
        name = "doudi cluster",
        description = "Does what the commands of one machine do, with the same result, on Apache Spark.",
        mixinStandardHelpOptions = true,
        version = "doudi 0.1.0",
        subcommands = {
            ClusterLinkCommand.class,
            ClusterDedupeCommand.class,
            ClusterAssessCommand.class,
            ClusterSimulateCommand.class,
            ClusterReconcileCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Cluster implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command named by the arguments and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Cluster())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failure::usage)
                .setExecutionExceptionHandler(ClusterFailure::handle);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; doudi cluster --help lists them.");
    }
}
