package org.doudi.linkage.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is filled whole or not at all: files are written beside it and moved in at the end, the summary last. What an
 * interrupted run has written is removed.
 */
public final class OutputFolder implements Closeable {
    private final Path target;
    private final Path draft;
    private final List<String> names = new ArrayList<>();
    private final Thread onInterrupt;
    private boolean committed;

    /**
     * Begins a draft.
     *
     * @param target the folder; made if it is not there; files of the same name in it are replaced at {@link #commit}
     */
    public OutputFolder(Path target) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        if (Files.exists(this.target) && !Files.isDirectory(this.target)) {
            throw new IOException(target + " is a file; name a folder for the output");
        }
        Path parent = this.target.getParent();
        if (parent == null) {
            throw new IOException(target + " has no parent folder; name another folder for the output");
        }
        Files.createDirectories(parent);
        this.draft = Files.createTempDirectory(parent, ".doudi-draft-");
        this.onInterrupt = new Thread(this::discard);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** Where to write a file of this name. */
    public synchronized Path file(String name) {
        names.add(name);
        return draft.resolve(name);
    }

    /** Moves all files in, in the order in which they were named. */
    public void commit() throws IOException {
        Files.createDirectories(target);
        for (String name : names) {
            Path from = draft.resolve(name);
            if (Files.exists(from)) {
                Path to = target.resolve(name);
                Files.createDirectories(to.getParent());
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        committed = true;
    }

    /** Whether the files are in their place. */
    public boolean committed() {
        return committed;
    }

    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // the process is ending and runs the hook itself
        }
    }

    private void discard() {
        if (!Files.isDirectory(draft)) {
            return;
        }
        try (Stream<Path> all = Files.walk(draft)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            System.err.println("doudi: the unfinished output in " + draft + " could not be removed: " + e.getMessage());
        }
    }
}
