package org.doudi.server.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A text that only its owner may read, on the disk. */
final class SecretFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path path;

    SecretFile(Path path) {
        this.path = path;
    }

    /** How messages call it. */
    String name() {
        return "the key file " + path;
    }

    /** The text, or nothing when there is no file. */
    Optional<String> read() {
        try {
            if (Files.notExists(path)) {
                return Optional.empty();
            }
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            permissions.removeAll(EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            if (!permissions.isEmpty()) {
                throw new KeyFileException(
                        "The key file " + path + " is open to others than its owner: run chmod 600 on it, and if others"
                                + " could have read it, rotate the keys");
            }
            return Optional.of(Files.readString(path));
        } catch (IOException e) {
            throw new KeyFileException("The key file " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Writes beside and moves over, so that no crash leaves half a file. */
    void write(String text) {
        Path target = path.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(
                    target.resolveSibling(".").normalize(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(beside);
            try (FileChannel file = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new KeyFileException("The key file " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The file beside with this added to its name. */
    SecretFile beside(String name) {
        return new SecretFile(path.resolveSibling(path.getFileName() + "." + name));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
