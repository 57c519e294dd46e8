package org.doudi.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;

/** Fills migrated tables from a backup, in one transaction: foreign keys are taken off for it and checked when they come back. */
final class Loading implements BackupReader.Receiver {
    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final Map<Catalog.Name, List<String>> tables;
    private final Set<Catalog.Name> sequences;
    private final Set<Catalog.Name> awaited;

    Loading(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = Catalog.tables(connection);
        this.sequences = new HashSet<>(Catalog.sequences(connection));
        this.awaited = new HashSet<>(tables.keySet());
        awaited.addAll(sequences);
    }

    long load(BackupReader reader) throws IOException, SQLException {
        connection.setAutoCommit(false);
        List<Catalog.ForeignKey> keys = Catalog.foreignKeys(connection);
        long rows;
        try (Statement statement = connection.createStatement()) {
            for (Catalog.ForeignKey key : keys) {
                statement.execute(key.drop());
            }
            for (Catalog.Name table : tables.keySet()) {
                statement.execute("truncate " + table.sql());
                statement.execute("alter table " + table.sql() + " disable trigger user");
            }
            rows = reader.readTo(this);
            if (!awaited.isEmpty()) {
                throw new DatabaseRefusedException("The backup lacks " + awaited);
            }
            for (Catalog.Name table : tables.keySet()) {
                statement.execute("alter table " + table.sql() + " enable trigger user");
            }
            for (Catalog.ForeignKey key : keys) {
                statement.execute(key.add());
            }
            // the repeatable ones were not run here: the next start runs them
            statement.execute("delete from platform.flyway_schema_history where version is null and type = 'SQL'");
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            // the owner may analyze its own tables only
            for (Catalog.Name table : tables.keySet()) {
                statement.execute("analyze " + table.sql());
            }
            // of a table that stands in parts, its whole too, which nobody else looks at
            for (Catalog.Name table : Catalog.inParts(connection)) {
                statement.execute("analyze " + table.sql());
            }
        }
        return rows;
    }

    @Override
    public long table(Catalog.Name name, List<String> columns, InputStream rows) throws IOException, SQLException {
        List<String> here = tables.get(name);
        if (here == null || !awaited.remove(name) || !new HashSet<>(here).equals(new HashSet<>(columns))) {
            throw new DatabaseRefusedException(
                    "The backup has a table " + name + " of another shape than this version's");
        }
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name.sql() + " (" + Backup.list(columns) + ") from stdin", rows, BUFFER);
    }

    @Override
    public void sequence(Catalog.Name name, long last, boolean called) throws SQLException {
        if (!awaited.remove(name)) {
            throw new DatabaseRefusedException(
                    "The backup has a sequence " + name + " that this version does not have");
        }
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            set.setString(1, name.sql());
            set.setLong(2, last);
            set.setBoolean(3, called);
            set.execute();
        }
    }
}
