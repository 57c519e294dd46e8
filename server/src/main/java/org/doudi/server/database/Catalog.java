package org.doudi.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is in a database beside PostgreSQL's own. */
final class Catalog {
    private static final String OURS = " n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";
    private static final String COLUMNS = """
            select n.nspname, c.relname, a.attname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             where c.relkind = 'r' and""" + OURS + " order by 1, 2, a.attnum";
    private static final String NAMES = "select n.nspname, c.relname from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = cast(? as \"char\") and" + OURS
            + " order by 1, 2";
    private static final String FOREIGN_KEYS = """
            select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname),
                   format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
                          pg_get_constraintdef(k.oid))
              from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
             where k.contype = 'f' and k.conparentid = 0 and""" + OURS + " order by 1";
    private static final String SCHEMAS = "select nspname from pg_namespace n where nspname <> 'public' and" + OURS;

    private Catalog() {}

    /** A table or a sequence. */
    record Name(String schema, String name) {
        /** As it stands in a statement. */
        String sql() {
            return quoted(schema) + "." + quoted(name);
        }

        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /** A foreign key: how it goes and how it comes back. */
    record ForeignKey(String drop, String add) {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The tables and their columns, in order. */
    static Map<Name, List<String>> tables(Connection connection) throws SQLException {
        Map<Name, List<String>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                tables.computeIfAbsent(new Name(rows.getString(1), rows.getString(2)), n -> new ArrayList<>())
                        .add(rows.getString(3));
            }
        }
        return tables;
    }

    static List<Name> sequences(Connection connection) throws SQLException {
        return ofKind("S", connection);
    }

    /** The tables that have no rows but in their parts. */
    static List<Name> inParts(Connection connection) throws SQLException {
        return ofKind("p", connection);
    }

    private static List<Name> ofKind(String kind, Connection connection) throws SQLException {
        List<Name> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NAMES)) {
            statement.setString(1, kind);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(new Name(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return names;
    }

    static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FOREIGN_KEYS)) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2)));
            }
        }
        return keys;
    }

    /** Removes every schema of ours with what is in it. */
    static void dropAll(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMAS)) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String schema : schemas) {
                statement.execute("drop schema " + quoted(schema) + " cascade");
            }
        }
    }
}
