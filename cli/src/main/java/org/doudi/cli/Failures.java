package org.doudi.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.doudi.cli.folder.ForeignFolder;
import org.doudi.linkage.table.UnreadableList;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells a failure in words and chooses the exit status: 1 when a file or the disk failed, 2 when the command was misused. */
final class Failures {
    private Failures() {}

    static int tell(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof ForeignFolder) {
            return say(command, String.valueOf(failure.getMessage()), CommandLine.ExitCode.USAGE);
        }
        if (failure instanceof UnreadableList) {
            return say(command, String.valueOf(failure.getMessage()), CommandLine.ExitCode.SOFTWARE);
        }
        if (failure instanceof IOException io) {
            return say(command, words(io), CommandLine.ExitCode.SOFTWARE);
        }
        throw failure;
    }

    private static String words(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": you may not write or read here";
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return String.valueOf(failure.getMessage());
    }

    private static int say(CommandLine command, String message, int status) {
        command.getErr().println("doudi: " + message);
        command.getErr().flush();
        return status;
    }
}
