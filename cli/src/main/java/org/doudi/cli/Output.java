package org.doudi.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes. A file appears whole or not at all: it is written beside its place under another name and moved there by
 * {@link #done}; stopping the command removes it. To standard output, what is handed over in one call is not cut by Ctrl-C.
 */
final class Output implements Closeable {
    private final OutputStream out;
    private final @Nullable Path target;
    private final @Nullable Path part;
    private final Thread removal;
    private final Object whole = new Object();

    private Output(OutputStream out, @Nullable Path target, @Nullable Path part) {
        this.out = out;
        this.target = target;
        this.part = part;
        this.removal = new Thread(this::stopped, "output");
        Runtime.getRuntime().addShutdownHook(removal);
    }

    /** A file, or standard output for null and {@code -}. */
    static Output to(@Nullable String name) throws IOException {
        if (name == null || name.equals("-")) {
            return new Output(new FileOutputStream(FileDescriptor.out), null, null);
        }
        Path target = Path.of(name);
        if (Files.isDirectory(target)) {
            throw new IOException(name + " is a directory.");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new Output(Files.newOutputStream(target), null, null);
        }
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new IOException("there is no directory " + directory + ".");
        }
        Path part = directory.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        return new Output(new BufferedOutputStream(Files.newOutputStream(part)), target, part);
    }

    void write(byte[] bytes, int length) throws IOException {
        synchronized (whole) {
            out.write(bytes, 0, length);
        }
    }

    /** Says that everything was written: the file takes its place. */
    void done() throws IOException {
        out.flush();
        if (part != null && target != null) {
            out.close();
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                throw new FileSystemException(target.toString(), null, "the file system cannot replace it in one step");
            }
        }
    }

    private void stopped() {
        if (part != null) {
            remove();
        } else {
            synchronized (whole) {
                // a chunk that is being written ends before the process does
                return;
            }
        }
    }

    private void remove() {
        if (part != null) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                System.err.println("doudi: " + part + " could not be removed and holds half of an output.");
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException e) {
            // the process is stopping: the hook runs
            return;
        }
        if (part != null) {
            out.close();
            remove();
        }
    }
}
