package org.doudi.server.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doudi.server.TestDatabase;
import org.doudi.server.vault.Vault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ContextConfiguration;

/** A database and its key file belong together. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class KeyProbeTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Test
    @DisplayName("the same keys are taken again, and a value that they cannot read is refused")
    void probe() {
        assertThatCode(() -> new KeyProbe(jdbc, vault).afterSingletonsInstantiated())
                .doesNotThrowAnyException();
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                TestDatabase.reach().url(),
                TestDatabase.reach().owner().user(),
                TestDatabase.reach().owner().password()));
        byte[] kept = owner.sql("select encrypted from platform.key_probe")
                .query(byte[].class)
                .single();
        owner.sql("update platform.key_probe set encrypted = ?")
                .param(vault.encrypt("another", "value"))
                .update();
        try {
            assertThatThrownBy(() -> new KeyProbe(jdbc, vault).afterSingletonsInstantiated())
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining("key file");
        } finally {
            owner.sql("update platform.key_probe set encrypted = ?").param(kept).update();
        }
    }
}
