package org.doudi.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.doudi.server.TestDatabase;
import org.doudi.server.database.Reencryption.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The database tells of each column whether it is encrypted, so that a rotation leaves none out. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class EncryptedColumnsTest {
    @Test
    @DisplayName(
            "2.4-9 every column of bytes says in its comment what it is, and id numbers and second factors are encrypted")
    void told() throws SQLException {
        try (Connection connection = AtHand.connect(TestDatabase.reach())) {
            assertThat(Reencryption.untold(connection))
                    .as("comment on column X is 'vault: CONTEXT' or 'plain: WHAT', in the migration that makes it")
                    .isEmpty();
            assertThat(Reencryption.fields(connection))
                    .containsEntry(
                            new Catalog.Name("registry", "person"),
                            List.of(
                                    new Field("id_no_enc", "registry.person.id_no", "id_no_idx"),
                                    new Field("phone_enc", "registry.person.phone", "phone_idx")))
                    .containsKeys(new Catalog.Name("identity", "account"), new Catalog.Name("platform", "key_probe"));
        }
    }

    @Test
    @DisplayName("2.4-9 a comment that is no full sentence of it is refused, not passed over")
    void mistold() {
        assertThatThrownBy(() -> Field.of("account_enc", "vault: payments.account index"))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("account_enc");
    }
}
