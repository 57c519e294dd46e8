package org.doudi.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The role that the platform works as must be one that row-level security binds. */
final class AppRole {
    private static final String FREE = """
            select r.rolsuper or r.rolbypassrls or pg_has_role(r.oid, d.datdba, 'member')
              from pg_roles r, pg_database d
             where r.rolname = current_user and d.datname = current_database()""";

    private AppRole() {}

    static void check(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FREE)) {
            if (!rows.next() || rows.getBoolean(1)) {
                throw new DatabaseRefusedException(
                        "The role of doudi.database.app-user is a superuser, owns the database or passes row-level"
                                + " security: give one without these rights");
            }
        } catch (SQLException e) {
            throw new DatabaseRefusedException("The database cannot be reached: " + e.getMessage(), e);
        }
    }
}
