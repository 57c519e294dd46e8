package org.doudi.bench.linkage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB in this process with two threads, and the two lists loaded as tables {@code l} and {@code r}. */
final class Duck implements AutoCloseable {
    /** The eighteenth character for 17 digits, so that 15-digit numbers can meet 18-digit ones. */
    private static final String CHECK = """
            CREATE MACRO check_character(d) AS substr('10X98765432', 1 + (
              7 * substr(d, 1, 1)::INT + 9 * substr(d, 2, 1)::INT + 10 * substr(d, 3, 1)::INT + 5 * substr(d, 4, 1)::INT
              + 8 * substr(d, 5, 1)::INT + 4 * substr(d, 6, 1)::INT + 2 * substr(d, 7, 1)::INT + substr(d, 8, 1)::INT
              + 6 * substr(d, 9, 1)::INT + 3 * substr(d, 10, 1)::INT + 7 * substr(d, 11, 1)::INT + 9 * substr(d, 12, 1)::INT
              + 10 * substr(d, 13, 1)::INT + 5 * substr(d, 14, 1)::INT + 8 * substr(d, 15, 1)::INT + 4 * substr(d, 16, 1)::INT
              + 2 * substr(d, 17, 1)::INT) % 11, 1)
            """;

    private static final String NUMBER = """
            CREATE MACRO number(t) AS CASE length(t)
              WHEN 15 THEN substr(t, 1, 6) || '19' || substr(t, 7) || check_character(substr(t, 1, 6) || '19' || substr(t, 7))
              WHEN 20 THEN substr(t, 1, 18)
              WHEN 18 THEN t END
            """;

    private final Connection connection;

    Duck() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run("SET threads = 2");
        run("SET preserve_insertion_order = false");
        run(CHECK);
        run(NUMBER);
    }

    /** A table with only the row's key and the cleaned id number. */
    void loadNumbers(String table, Path csv) throws SQLException {
        run("CREATE TABLE " + table + " AS SELECT id, number(upper(trim(idNumber))) AS nid FROM " + csv(csv));
    }

    /** A table with all columns, cleaned the way an experienced user would. */
    void load(String table, Path csv, Model model) throws SQLException {
        run("CREATE TABLE " + table + " AS SELECT " + model.columns() + " FROM ("
                + model.source().formatted(csv(csv)) + ")");
    }

    private static String csv(Path csv) {
        return "read_csv('" + csv + "', header = true, all_varchar = true, nullstr = '')";
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query as numbers. */
    List<double[]> numbers(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<double[]> found = new ArrayList<>();
            while (rows.next()) {
                double[] row = new double[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getDouble(i + 1);
                }
                found.add(row);
            }
            return found;
        }
    }

    void copy(String query, Path file) throws SQLException {
        run("COPY (" + query + ") TO '" + file + "' (HEADER, DELIMITER ',')");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
