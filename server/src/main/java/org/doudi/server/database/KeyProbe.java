package org.doudi.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.doudi.server.vault.UnreadableException;
import org.doudi.server.vault.Vault;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to serve with a key file that is not this database's: what it wrote could not be read later, and nothing could be found. */
@Component
final class KeyProbe implements SmartInitializingSingleton {
    private static final String CONTEXT = "platform.key_probe";

    private final JdbcClient jdbc;
    private final Vault vault;

    KeyProbe(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Optional<byte[]> kept = jdbc.sql("select encrypted from platform.key_probe")
                .query(byte[].class)
                .optional();
        if (kept.isEmpty()) {
            jdbc.sql("insert into platform.key_probe (encrypted) values (?)")
                    .param(vault.encrypt(CONTEXT, "the keys of this database"))
                    .update();
            return;
        }
        check(kept.get(), vault);
    }

    /** The same of a database that does not serve yet. */
    static void check(Connection connection, Vault vault) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("select encrypted from platform.key_probe")) {
            if (kept.next()) {
                check(Objects.requireNonNull(kept.getBytes(1)), vault);
            }
        }
    }

    private static void check(byte[] kept, Vault vault) {
        try {
            vault.decrypt(CONTEXT, kept);
        } catch (UnreadableException e) {
            throw new DatabaseRefusedException(
                    "The key file is not the one that this database was made with: put the right one back"
                            + " (doudi.vault.keys).",
                    e);
        }
    }
}
