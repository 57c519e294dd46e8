package org.doudi.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** A PostgreSQL of our own that runs beside the platform and keeps its data in one directory. */
public final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Reach reach;

    private EmbeddedDatabase(EmbeddedPostgres server, Reach reach) {
        this.server = server;
        this.reach = reach;
    }

    /** Starts it on the directory, which is made when it is not there. */
    public static EmbeddedDatabase start(Path data) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            Reach.Login owner = new Reach.Login("doudi", secret());
            Reach.Login app = new Reach.Login("doudi_app", secret());
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                for (Reach.Login login : new Reach.Login[] {owner, app}) {
                    statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + login.user()
                            + "') then create role " + login.user() + " login; end if; end $$");
                    statement.execute("alter role " + login.user() + " password '" + login.password() + "'");
                }
                statement.execute("grant create on database postgres to doudi");
            }
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            return new EmbeddedDatabase(server, new Reach(url, owner, app));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database in " + data + " did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database in " + data + " did not take its roles", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** How it is reached. */
    public Reach reach() {
        return reach;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database did not stop", e);
        }
    }
}
