package org.doudi.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the class path. */
final class Binaries {
    /** Part of the folder's name: another version is unpacked beside it. */
    static final String VERSION = "18.6.0";

    private static final int OWNER_EXECUTES = 0100;

    private Binaries() {}

    /**
     * Where the programs are; unpacks them when they are not there yet.
     *
     * @param cache the folder that keeps them, of one user
     */
    static Path unpackedIn(Path cache) throws IOException {
        Path home = cache.toAbsolutePath().resolve("postgresql-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(cache);
        Path beside = Files.createTempDirectory(cache.toAbsolutePath(), "unpacking");
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(beside);
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // another process was faster
            Trees.delete(beside);
        }
        return home;
    }

    private static void unpack(Path folder) throws IOException {
        String resource = "/postgres-linux-" + System.getProperty("os.arch").replace("amd64", "x86_64") + ".txz";
        InputStream packed = Binaries.class.getResourceAsStream(resource);
        if (packed == null) {
            throw new IOException("no PostgreSQL for this kind of machine is bundled (" + resource
                    + "): give an external one by doudi.database.url");
        }
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the bundle reaches out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(
                        folder.resolve(entry.getName()).resolveSibling(".").normalize());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
        return EnumSet.copyOf(PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
