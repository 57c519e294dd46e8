package org.doudi.server.database;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.doudi.server.vault.KeyRing;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts every encrypted field by the new key, and makes the blind indexes anew, in batches that are committed one by one.
 *
 * <p>Which columns are encrypted the database itself tells: their comment is {@code vault: CONTEXT}, with {@code index COLUMN} behind it where a blind index
 * belongs to the field. The first byte of an encrypted field is the number of its key, so what was done before a cut-off is skipped.
 */
final class Reencryption {
    static final int BATCH = 2000;
    private static final String ENCRYPTED = """
            select n.nspname, c.relname, a.attname, d.description
              from pg_description d join pg_class c on c.oid = d.objoid join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
             where d.classoid = 'pg_class'::regclass and d.description like 'vault: %' and c.relkind = 'r'
             order by 1, 2, a.attnum""";

    private static final String UNTOLD = """
            select n.nspname || '.' || c.relname || '.' || a.attname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_description d
                on d.objoid = c.oid and d.objsubid = a.attnum and d.classoid = 'pg_class'::regclass
             where c.relkind = 'r' and a.atttypid = 'bytea'::regtype and n.nspname not like 'pg\\_%'
               and coalesce(d.description, '') not like 'vault: %' and coalesce(d.description, '') not like 'plain: %'
             order by 1""";

    private final KeyRing.Rotation rotation;
    private final Vault vault;
    private final int batch;

    Reencryption(KeyRing.Rotation rotation, int batch) {
        this.rotation = rotation;
        this.vault = rotation.vault();
        this.batch = batch;
    }

    /** An encrypted column, what it holds, and the column of its blind index. */
    record Field(String column, String context, @Nullable String index) {
        static Field of(String column, String comment) {
            String[] words = comment.split(" ", -1);
            if (words.length == 2) {
                return new Field(column, words[1], null);
            }
            if (words.length == 4 && words[2].equals("index")) {
                return new Field(column, words[1], words[3]);
            }
            throw new DatabaseRefusedException(
                    "The comment of the column " + column + " does not tell how it is encrypted: " + comment);
        }

        /** The columns that are written. */
        List<String> columns() {
            return index == null ? List.of(column) : List.of(column, index);
        }
    }

    /** The encrypted columns of every table. */
    static Map<Catalog.Name, List<Field>> fields(Connection connection) throws SQLException {
        Map<Catalog.Name, List<Field>> fields = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ENCRYPTED)) {
            while (rows.next()) {
                fields.computeIfAbsent(new Catalog.Name(rows.getString(1), rows.getString(2)), t -> new ArrayList<>())
                        .add(Field.of(rows.getString(3), rows.getString(4)));
            }
        }
        return fields;
    }

    /** The columns that may be encrypted and do not tell: without them no rotation is whole. */
    static List<String> untold(Connection connection) throws SQLException {
        return Backup.strings(connection, UNTOLD);
    }

    /** Refuses a database that does not tell of each column whether it is encrypted. */
    static void check(AtHand database) throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> untold = untold(connection);
            if (!untold.isEmpty() || fields(connection).isEmpty()) {
                throw new DatabaseRefusedException("The database does not tell which columns are encrypted " + untold
                        + ": start the platform once, so that its migrations are whole");
            }
        }
    }

    /**
     * Does what is not done yet.
     *
     * @param progress is told after each batch how many rows were done
     */
    long run(AtHand database, LongConsumer progress) throws SQLException {
        long done = 0;
        try (Connection reading = database.connect();
                Connection writing = database.connect()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            Map<Catalog.Name, List<Field>> tables = fields(reading);
            for (Map.Entry<Catalog.Name, List<Field>> table : tables.entrySet()) {
                done += table(reading, writing, table.getKey(), table.getValue(), progress);
            }
            for (Map.Entry<Catalog.Name, List<Field>> table : tables.entrySet()) {
                if (left(reading, table.getKey(), table.getValue())) {
                    throw new DatabaseRefusedException("Somebody wrote into " + table.getKey()
                            + " meanwhile: stop every platform on it, and run it again");
                }
            }
        }
        return done;
    }

    private String undone(List<Field> fields) {
        return String.join(
                " or ",
                fields.stream()
                        .map(f -> "get_byte(" + Catalog.quoted(f.column()) + ", 0) <> " + rotation.number())
                        .toList());
    }

    private boolean left(Connection reading, Catalog.Name table, List<Field> fields) throws SQLException {
        return !Backup.strings(reading, "select 1 from " + table.sql() + " where " + undone(fields) + " limit 1")
                .isEmpty();
    }

    /** Reads a table as it was at one moment on one connection, and writes batches on the other; a row's place holds still meanwhile. */
    private long table(
            Connection reading, Connection writing, Catalog.Name table, List<Field> fields, LongConsumer progress)
            throws SQLException {
        List<String> columns =
                fields.stream().map(f -> Catalog.quoted(f.column())).toList();
        String query = "select ctid::text, " + String.join(", ", columns) + " from " + table.sql() + " where "
                + undone(fields);
        long done = 0;
        try (Statement select = reading.createStatement()) {
            select.setFetchSize(batch);
            try (ResultSet rows = select.executeQuery(query)) {
                Batch next = new Batch(table, fields);
                while (rows.next()) {
                    next.add(rows);
                    if (next.places.size() == batch) {
                        done += next.write(writing);
                        progress.accept(done);
                        next = new Batch(table, fields);
                    }
                }
                done += next.write(writing);
                progress.accept(done);
            }
        }
        reading.commit();
        return done;
    }

    /** Rows with their new values, a list a column. */
    private final class Batch {
        private final Catalog.Name table;
        private final List<Field> fields;
        private final List<String> places = new ArrayList<>();
        private final List<List<byte @Nullable []>> values = new ArrayList<>();
        private final List<String> columns = new ArrayList<>();

        Batch(Catalog.Name table, List<Field> fields) {
            this.table = table;
            this.fields = fields;
            fields.forEach(f -> columns.addAll(f.columns()));
            columns.forEach(c -> values.add(new ArrayList<>()));
        }

        void add(ResultSet row) throws SQLException {
            places.add(row.getString(1));
            int at = 0;
            for (int f = 0; f < fields.size(); f++) {
                Field field = fields.get(f);
                byte[] old = row.getBytes(f + 2);
                // what is encrypted is what is indexed: normalised before both
                byte[] plain = old == null ? null : vault.decryptBytes(field.context(), old);
                values.get(at++).add(plain == null ? null : vault.encrypt(field.context(), plain));
                if (field.index() != null) {
                    values.get(at++)
                            .add(
                                    plain == null
                                            ? null
                                            : vault.index(field.context(), new String(plain, StandardCharsets.UTF_8)));
                }
            }
        }

        int write(Connection connection) throws SQLException {
            if (places.isEmpty()) {
                return 0;
            }
            StringBuilder sql = new StringBuilder("update ").append(table.sql()).append(" t set ");
            StringBuilder from = new StringBuilder("unnest(?::tid[]");
            StringBuilder names = new StringBuilder("place");
            for (int c = 0; c < columns.size(); c++) {
                sql.append(c == 0 ? "" : ", ")
                        .append(Catalog.quoted(columns.get(c)))
                        .append(" = v.c")
                        .append(c);
                from.append(", ?::bytea[]");
                names.append(", c").append(c);
            }
            sql.append(" from ").append(from).append(") v(").append(names).append(") where t.ctid = v.place");
            try (PreparedStatement update = connection.prepareStatement(sql.toString())) {
                update.setArray(1, connection.createArrayOf("text", places.toArray()));
                for (int c = 0; c < columns.size(); c++) {
                    Array array =
                            connection.createArrayOf("bytea", values.get(c).toArray(new byte[0][]));
                    update.setArray(c + 2, array);
                }
                int rows = update.executeUpdate();
                if (rows != places.size()) {
                    throw new DatabaseRefusedException(
                            "Somebody changed " + table + " meanwhile: stop every platform on it, and run it again");
                }
            }
            connection.commit();
            return places.size();
        }
    }
}
