package org.doudi.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a command reads: a file, or standard input for {@code -}. */
final class Input {
    private Input() {}

    static InputStream from(String name) throws IOException {
        if (name.equals("-")) {
            return new FileInputStream(FileDescriptor.in);
        }
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        if (Files.isDirectory(path)) {
            throw new IOException(name + " is a directory.");
        }
        return Files.newInputStream(path);
    }
}
