package org.doudi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.doudi.cli.folder.ForeignFolder;
import org.doudi.linkage.table.UnreadableList;
import org.doudi.policy.parameters.ParameterPackException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong in a command into one clear message and an exit status; no stack trace reaches the user. */
public final class Failure {
    /** Reading or writing failed. */
    static final int INPUT_OUTPUT = 1;

    /** The command was called with something that cannot be used. */
    static final int USAGE = 2;

    /** Some lines were answered with errors. */
    public static final int SOME_REJECTED = 3;

    private Failure() {}

    /** Says what went wrong and answers the exit status. */
    public static int handle(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        int status;
        if (failure instanceof ParameterPackException pack) {
            err.println(name + ": the parameters cannot be used:");
            pack.problems().forEach(problem -> err.println("  " + problem));
            status = USAGE;
        } else if (failure instanceof ForeignFolder) {
            err.println(name + ": " + failure.getMessage());
            status = USAGE;
        } else if (failure instanceof UnreadableList) {
            err.println(name + ": " + failure.getMessage());
            status = INPUT_OUTPUT;
        } else if (failure instanceof IOException io) {
            err.println(name + ": " + message(io));
            status = INPUT_OUTPUT;
        } else {
            err.println(name + ": this is an error in doudi itself, please report it: " + failure);
            err.println("Run it again with DOUDI_DEBUG=1 to see where it happened.");
            status = INPUT_OUTPUT;
        }
        if (System.getenv("DOUDI_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        return status;
    }

    /** One message and where help is, not the whole help. */
    public static int usage(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(name + ": " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println(name + " --help says how it is called.");
        err.flush();
        return USAGE;
    }

    private static String message(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no file or directory " + failure.getMessage() + ".";
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + failure.getMessage() + ".";
        }
        return "reading or writing failed: " + failure.getMessage();
    }
}
