package org.doudi.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.doudi.server.vault.KeyRing;
import org.jspecify.annotations.Nullable;

/** Makes a database from a backup: reads the whole file first, loads it beside what is there, and swaps it in when it is whole. */
final class Restore {
    /** The folder in the data directory that a restore is made in. */
    static final String STAGE = "restoring";

    private static final List<String> PARTS =
            List.of("postgres.passwords", "postgres.port", "postgres.log", "postgres");

    private final KeyRing keys;
    private final Source source;

    /**
     * Where a restore comes from, and what may give way to it.
     *
     * @param keyFile the key file it was made with, or null for the one of the settings
     * @param passphrase opens the keys in the backup where there is no key file, or null
     * @param occupied what to do with a database that is there
     */
    record Source(
            Path file, @Nullable Path keyFile, @Nullable String passphrase, Occupied occupied) {}

    /** What to do with a database that is there. */
    enum Occupied {
        /** Refuse. */
        REFUSE,
        /** Put it aside, where it stays. */
        PUT_ASIDE
    }

    /** What was restored. */
    record Restored(String moment, long rows, @Nullable Path aside) {}

    Restore(KeyRing keys, Source source) {
        this.keys = keys;
        this.source = source;
    }

    Restored into(DatabaseSettings settings) throws IOException, SQLException {
        return settings.url() == null ? intoFolder(settings.data()) : intoExternal(settings);
    }

    private BackupReader reader() throws IOException {
        return new BackupReader(source.file(), keys, source.keyFile(), source.passphrase());
    }

    /** Reads the file from begin to end, so that nothing is begun with one that is changed or cut off. */
    private void verify() throws IOException, SQLException {
        try (BackupReader reader = reader()) {
            Migrations.check(reader.scripts());
            reader.readTo(new BackupReader.Receiver() {
                @Override
                public long table(Catalog.Name name, List<String> columns, InputStream rows) {
                    return -1;
                }

                @Override
                public void sequence(Catalog.Name name, long last, boolean called) {
                    // read, which is all that is asked
                }
            });
        }
    }

    private Restored intoFolder(Path directory) throws IOException, SQLException {
        Path data = directory.toAbsolutePath().normalize();
        if (source.occupied() == Occupied.REFUSE && Files.exists(data.resolve("postgres"))) {
            throw new DatabaseRefusedException("There is a database in " + data
                    + " already: give another --data DIR, or --replace to put it aside");
        }
        verify();
        Files.createDirectories(
                data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel lock = EmbeddedDatabase.lock(data);
        try {
            return intoLocked(data);
        } finally {
            lock.close();
        }
    }

    private Restored intoLocked(Path data) throws IOException, SQLException {
        try (BackupReader reader = reader()) {
            Path stage = data.resolve(STAGE);
            Trees.delete(stage);
            long rows;
            try (EmbeddedDatabase database = EmbeddedDatabase.start(stage)) {
                rows = load(database.reach(), reader);
            } catch (IOException | SQLException | RuntimeException e) {
                Trees.delete(stage);
                throw e;
            }
            keys.adopt(reader.opened());
            Path aside = putAside(data);
            for (String part : PARTS) {
                Files.move(stage.resolve(part), data.resolve(part), StandardCopyOption.ATOMIC_MOVE);
            }
            Trees.delete(stage);
            return new Restored(reader.moment(), rows, aside);
        }
    }

    private static @Nullable Path putAside(Path data) throws IOException {
        if (Files.notExists(data.resolve("postgres"))) {
            return null;
        }
        Path aside = Files.createDirectory(
                data.resolve("before-" + Instant.now().toString().replace(':', '.')),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // the data first: without it nobody takes the rest for a database
        for (int i = PARTS.size() - 1; i >= 0; i--) {
            Path part = data.resolve(PARTS.get(i));
            if (Files.exists(part)) {
                Files.move(part, aside.resolve(PARTS.get(i)), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return aside;
    }

    private Restored intoExternal(DatabaseSettings settings) throws IOException, SQLException {
        Reach reach = DatabaseConfiguration.external(settings);
        try (Connection connection = AtHand.connect(reach)) {
            if (!Catalog.tables(connection).isEmpty()) {
                throw new DatabaseRefusedException(
                        "There are tables in the external database: restore into an empty one, and then change over");
            }
        }
        verify();
        try (BackupReader reader = reader()) {
            long rows = load(reach, reader);
            keys.adopt(reader.opened());
            return new Restored(reader.moment(), rows, null);
        } catch (IOException | SQLException | RuntimeException e) {
            try (Connection connection = AtHand.connect(reach)) {
                Catalog.dropAll(connection);
            }
            throw e;
        }
    }

    private static long load(Reach reach, BackupReader reader) throws IOException, SQLException {
        Migrations.run(reader.scripts(), reach);
        try (Connection connection = AtHand.connect(reach)) {
            long rows = new Loading(connection).load(reader);
            KeyProbe.check(connection, reader.opened().vault());
            return rows;
        }
    }
}
