package org.doudi.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.doudi.server.vault.KeyRing;
import org.doudi.server.vault.Vault;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A rotation of the keys that dies in the middle, and is run again. */
final class RotationSteps {
    private RotationSteps() {}

    static void cutOffAndEnd(Path data) throws SQLException, IOException {
        String before = Files.readString(data.resolve("keys"));
        String setting = "--doudi.database.data=" + data;
        List<String> phones;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CommandLine.Parts.class)
                        .web(WebApplicationType.NONE)
                        .run(setting);
                AtHand database = AtHand.atRest(context.getBean(DatabaseSettings.class))) {
            try (Connection connection = database.connect()) {
                phones = Backup.strings(connection, PHONES);
            }
            Reencryption cut = new Reencryption(context.getBean(KeyRing.class).rotation(), 100);
            assertThatThrownBy(() -> cut.run(database, RotationSteps::dieAfterTwoHundred))
                    .hasMessage("killed");
            assertThat(old(database)).isPositive();
            assertThatThrownBy(() -> context.getBean(Vault.class))
                    .rootCause()
                    .hasMessageContaining("doudi keys rotate");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = KeysCommand.run(
                List.of("rotate", "--data", data.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("key 2 now", "keys.retired-1");
        assertThat(data.resolve("keys.retired-1")).hasContent(before);
        assertThat(Files.readString(data.resolve("keys")))
                .contains("field 2 ")
                .doesNotContain("field 1 ", "next-index");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection = AtHand.connect(database.reach())) {
            assertThat(Backup.strings(connection, OLD)).containsExactly("0");
            // who had the same phone has the same index again, and another one than before
            assertThat(Backup.strings(connection, PHONES))
                    .hasSameSizeAs(phones)
                    .hasSizeGreaterThan(1)
                    .doesNotContainAnyElementsOf(phones);
            assertThat(Backup.strings(connection, HALF)).containsExactly("0");
        }
    }

    private static final String PHONES =
            "select distinct encode(phone_idx, 'hex') from registry.person where phone_idx is not null order by 1";

    private static final String HALF =
            "select count(*) from registry.person where (phone_enc is null) <> (phone_idx is null)";

    private static final String OLD = "select count(*) from registry.person where get_byte(id_no_enc, 0) = 1";

    private static long old(AtHand database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Long.parseLong(Backup.strings(connection, OLD).get(0));
        }
    }

    private static void dieAfterTwoHundred(long done) {
        if (done == 200) {
            throw new IllegalStateException("killed");
        }
    }
}
