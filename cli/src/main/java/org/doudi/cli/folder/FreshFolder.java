package org.doudi.cli.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that appears whole or not at all. Everything is written to a sibling; {@link #publish} puts it in the place of the target in
 * one move. A failure, or Ctrl-C, removes the sibling and leaves the target as it was. Only a folder that the same kind of command
 * made, told by its marker file, is ever replaced.
 */
public final class FreshFolder implements Closeable {
    private final Path target;
    private final Path work;
    private final Thread onInterrupt;
    private boolean published;

    private FreshFolder(Path target, Path work) {
        this.target = target;
        this.work = work;
        onInterrupt = new Thread(() -> deleteQuietly(work), "remove-half-written-folder");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /**
     * Begins the folder.
     *
     * @param target where it shall appear; absent, empty, or a folder with the marker in it
     * @param marker the file by which a folder of this kind is known
     * @param markerText what the marker must hold
     * @throws ForeignFolder if something else stands there
     * @throws IOException if the disk refuses
     */
    public static FreshFolder in(Path target, String marker, String markerText) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        refuseForeign(target, place, marker, markerText);
        Path parent = place.getParent();
        if (parent == null || place.getFileName() == null) {
            throw new ForeignFolder(target + " is the root of the disk; name a folder in it");
        }
        Files.createDirectories(parent);
        Path work = Files.createTempDirectory(parent, "." + place.getFileName() + ".part-");
        return new FreshFolder(place, work);
    }

    private static void refuseForeign(Path shown, Path place, String marker, String markerText) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new ForeignFolder(shown + " is a file; name a folder to write to");
        }
        try (Stream<Path> entries = Files.list(place)) {
            if (entries.findAny().isEmpty()) {
                return;
            }
        }
        Path found = place.resolve(marker);
        if (!Files.isRegularFile(found) || !Files.readString(found).contains(markerText)) {
            throw new ForeignFolder(shown + " holds files that this command did not write; name another folder");
        }
    }

    /** A file to write in the folder to be. */
    public Path file(String name) {
        return work.resolve(name);
    }

    /** Makes a folder inside. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(work.resolve(name));
    }

    /** Puts the folder in its place. */
    public void publish() throws IOException {
        Path old = null;
        if (Files.exists(target)) {
            old = work.resolveSibling(work.getFileName() + ".old");
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (old != null) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        published = true;
        if (old != null) {
            keepForeign(old);
            deleteQuietly(old);
        }
    }

    /** What somebody else put into the folder stays in it. */
    private void keepForeign(Path old) throws IOException {
        try (Stream<Path> entries = Files.list(old)) {
            for (Path entry : entries.toList()) {
                Path place = target.resolve(entry.getFileName());
                if (!Files.exists(place)) {
                    Files.move(entry, place);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return; // the process is going down and the hook does the work
        }
        if (!published) {
            deleteQuietly(work);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // whatever is left is a hidden sibling, never the target
        }
    }
}
