package org.doudi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
        version = "doudi 0.1.0")
public final class Doudi implements Runnable {
    /** The commands, in the order in which help lists them. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo-report", DemoReportCommand::new);
        commands.put("demo-data", DemoDataCommand::new);
        commands.put("reconcile", ReconcileCommand::new);
        commands.put("assess", AssessCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("simulate", SimulateCommand::new);
        commands.put("parameters", ParametersCommand::new);
        commands.put("link", LinkCommand::new);
        commands.put("dedupe", DedupeCommand::new);
        commands.put("help", CommandLine.HelpCommand::new);
        return commands;
    }

    /** Runs the command named by the arguments and ends the process with its exit status. */
    public static void main(String[] args) {
        // looking through the options of all commands takes longer than many a command
        Supplier<Object> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        boolean alone = named != null && !args[0].equals("help");
        CommandLine line = alone ? commandLine(Map.of(args[0], named)) : commandLine();
        System.exit(line.execute(args));
    }

    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    private static CommandLine commandLine(Map<String, Supplier<Object>> commands) {
        CommandLine line = new CommandLine(new Doudi());
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failure::usage)
                .setExecutionExceptionHandler(Failure::handle);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; doudi --help lists them.");
    }
}
