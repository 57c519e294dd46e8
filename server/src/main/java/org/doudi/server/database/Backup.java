package org.doudi.server.database;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.doudi.server.vault.KeyRing;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes every table and sequence, as they were at one moment, into one encrypted file.
 *
 * <p>Inside: {@link #FORMAT}, the moment, the names of the migrations, then marked parts: a table (name, columns, rows as COPY gives them in blocks, their number), a
 * sequence (name, value), the end. No more than a block of it is in memory.
 */
final class Backup {
    static final String FORMAT = "doudi backup 1";
    static final int TABLE = 'T';
    static final int SEQUENCE = 'S';
    static final int END = 'E';
    static final String SCRIPTS = "select script from platform.flyway_schema_history"
            + " where success and type = 'SQL' and version is not null order by installed_rank";
    private static final int BUFFER = 1 << 16;

    private final KeyRing keys;
    private final @Nullable String passphrase;

    Backup(KeyRing keys, @Nullable String passphrase) {
        this.keys = keys;
        this.passphrase = passphrase;
    }

    /** What was written. */
    record Written(int tables, long rows, long bytes) {}

    /** Writes the file, whole or not at all. */
    Written write(AtHand database, Path file) throws IOException, SQLException {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new DatabaseRefusedException(file + " is there already: a backup is written to a new file");
        }
        Path beside = target.resolveSibling(target.getFileName() + ".unfinished");
        Files.deleteIfExists(beside);
        try (FileChannel channel = FileChannel.open(
                        beside,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Connection connection = database.connect()) {
            Written written = write(connection, Channels.newOutputStream(channel));
            try (FileChannel whole = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                whole.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            return new Written(written.tables(), written.rows(), Files.size(target));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Written write(Connection connection, OutputStream file) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream sealed = keys.seal(file, passphrase);
                DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(sealed, deflater, BUFFER))) {
            out.writeUTF(FORMAT);
            out.writeUTF(Instant.now().toString());
            List<String> scripts = strings(connection, SCRIPTS);
            out.writeInt(scripts.size());
            for (String script : scripts) {
                out.writeUTF(script);
            }
            Map<Catalog.Name, List<String>> tables = Catalog.tables(connection);
            long rows = 0;
            for (Map.Entry<Catalog.Name, List<String>> table : tables.entrySet()) {
                rows += table(connection, table.getKey(), table.getValue(), out);
            }
            for (Catalog.Name sequence : Catalog.sequences(connection)) {
                sequence(connection, sequence, out);
            }
            out.writeByte(END);
            return new Written(tables.size(), rows, 0);
        } finally {
            deflater.end();
            connection.rollback();
        }
    }

    private static long table(Connection connection, Catalog.Name name, List<String> columns, DataOutputStream out)
            throws IOException, SQLException {
        out.writeByte(TABLE);
        out.writeUTF(name.schema());
        out.writeUTF(name.name());
        out.writeInt(columns.size());
        for (String column : columns) {
            out.writeUTF(column);
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Blocks blocks = new Blocks(out);
        long rows = copy.copyOut("copy " + name.sql() + " (" + list(columns) + ") to stdout", blocks);
        blocks.end();
        out.writeLong(rows);
        return rows;
    }

    private static void sequence(Connection connection, Catalog.Name name, DataOutputStream out)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select last_value, is_called from " + name.sql())) {
            row.next();
            out.writeByte(SEQUENCE);
            out.writeUTF(name.schema());
            out.writeUTF(name.name());
            out.writeLong(row.getLong(1));
            out.writeBoolean(row.getBoolean(2));
        }
    }

    static String list(List<String> columns) {
        return String.join(", ", columns.stream().map(Catalog::quoted).toList());
    }

    static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    /** Rows of unknown length as blocks of known length; one of length 0 ends them. */
    private static final class Blocks extends OutputStream {
        private final DataOutputStream out;
        private final byte[] block = new byte[BUFFER];
        private int filled;

        Blocks(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (filled == block.length) {
                    put();
                }
                int now = Math.min(length - done, block.length - filled);
                System.arraycopy(bytes, from + done, block, filled, now);
                filled += now;
                done += now;
            }
        }

        private void put() throws IOException {
            out.writeInt(filled);
            out.write(block, 0, filled);
            filled = 0;
        }

        void end() throws IOException {
            if (filled > 0) {
                put();
            }
            out.writeInt(0);
        }
    }
}
