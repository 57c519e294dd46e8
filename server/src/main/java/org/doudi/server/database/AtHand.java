package org.doudi.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database for a command: the external one, the one of a running platform, or the resting one, started for the command alone. */
final class AtHand implements AutoCloseable {
    private final Reach reach;
    private final @Nullable EmbeddedDatabase started;

    private AtHand(Reach reach, @Nullable EmbeddedDatabase started) {
        this.reach = reach;
        this.started = started;
    }

    /** Whether or not a platform is running. */
    static AtHand open(DatabaseSettings settings) throws IOException {
        if (settings.url() != null) {
            return new AtHand(DatabaseConfiguration.external(settings), null);
        }
        Path data = settings.data().toAbsolutePath().normalize();
        if (Files.notExists(data.resolve("postgres"))) {
            throw new DatabaseRefusedException("There is no database in " + data);
        }
        Optional<Reach> running = EmbeddedDatabase.running(data);
        return running.isPresent() ? new AtHand(running.get(), null) : started(data);
    }

    /** Only while no platform works on it. */
    static AtHand atRest(DatabaseSettings settings) throws IOException, SQLException {
        if (settings.url() == null) {
            Path data = settings.data().toAbsolutePath().normalize();
            if (Files.notExists(data.resolve("postgres"))) {
                throw new DatabaseRefusedException("There is no database in " + data);
            }
            return started(data);
        }
        AtHand external = new AtHand(DatabaseConfiguration.external(settings), null);
        try (Connection connection = external.connect();
                var others = connection.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and usename = ?")) {
            others.setString(1, external.reach.app().user());
            try (var rows = others.executeQuery()) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    throw new DatabaseRefusedException("A platform is working on the database: stop it first");
                }
            }
        }
        return external;
    }

    private static AtHand started(Path data) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        return new AtHand(database.reach(), database);
    }

    /** A connection as the owner of the tables, whom row-level security does not bind. */
    Connection connect() throws SQLException {
        return connect(reach);
    }

    static Connection connect(Reach reach) throws SQLException {
        return DriverManager.getConnection(
                reach.url(), reach.owner().user(), reach.owner().password());
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
