package org.doudi.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.doudi.server.Platform;
import org.doudi.server.TestDatabase;
import org.doudi.server.audit.AuditSource;
import org.doudi.server.audit.AuditVerifier;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.OneTimeCode;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.SignIns;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A backup is only as good as the restore that was tried. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class BackupTest {
    private static final String PASSPHRASE = "六月的雨下在于寺镇的田里";

    @TempDir
    private Path folder;

    @Autowired
    private Environment settings;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Households households;

    @Autowired
    private Accounts accounts;

    private Path file;
    private Path data;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
        file = folder.resolve("doudi.backup");
        data = folder.resolve("data");
    }

    /** What a command said, and how it ended. */
    private record Said(int status, String out, String err) {}

    private static Said say(@Nullable String passphrase, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = BackupCommand.run(
                words,
                passphrase,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A backup of the database that the tests' platform is working on. */
    private void backUp(@Nullable String passphrase) {
        Reach reach = TestDatabase.reach();
        Said said = say(
                passphrase,
                List.of(
                        "backup",
                        "--doudi.database.url=" + reach.url(),
                        "--doudi.database.owner-user=" + reach.owner().user(),
                        "--doudi.database.owner-password=" + reach.owner().password(),
                        "--doudi.database.app-user=" + reach.app().user(),
                        "--doudi.database.app-password=" + reach.app().password(),
                        "--doudi.vault.keys=" + keys(),
                        file.toString()));
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
    }

    private String keys() {
        return Objects.requireNonNull(settings.getProperty("doudi.vault.keys"));
    }

    private Said restore(@Nullable String passphrase, String... options) {
        List<String> words = new ArrayList<>(List.of("restore", "--data", data.toString()));
        words.addAll(List.of(options));
        words.add(file.toString());
        return say(passphrase, words);
    }

    /** A digest a table, and the value of each sequence. */
    private static Map<String, String> content(Reach reach) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = AtHand.connect(reach)) {
            for (Catalog.Name table : Catalog.tables(connection).keySet()) {
                String rows = table.name().equals("flyway_schema_history") ? " where version is not null" : "";
                content.put(
                        table.toString(),
                        Backup.strings(
                                        connection,
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                                + " from " + table.sql() + " t" + rows)
                                .get(0));
            }
            for (Catalog.Name sequence : Catalog.sequences(connection)) {
                content.put(
                        sequence.toString(),
                        Backup.strings(connection, "select last_value || ' ' || is_called from " + sequence.sql())
                                .get(0));
            }
        }
        return content;
    }

    /** Tables, whole or a part, that nobody looked at since they were filled. */
    private static List<String> unknownToThePlanner(Reach reach) throws SQLException {
        try (Connection connection = AtHand.connect(reach)) {
            return Backup.strings(
                    connection,
                    "select oid::regclass::text from pg_class where relkind in ('r', 'p') and reltuples < 0"
                            + " and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')");
        }
    }

    private void withPlatform(Consumer<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext platform = new SpringApplicationBuilder(Platform.class)
                .run(
                        "--doudi.database.data=" + data,
                        "--doudi.today=2017-06-20",
                        "--server.port=0",
                        "--management.server.port=0")) {
            work.accept(platform);
        }
    }

    @Test
    @DisplayName("2.4-9 a restore has every row and every number of the running database, its trail verifies, and an"
            + " account signs in; so has one of the keys' rotation that was cut off and run again")
    void restored() throws SQLException, IOException {
        NewAccount account = accounts.create("kept.1", "甲", Role.TOWNSHIP_CLERK, new Area(RegistryFixture.TOWNSHIP));
        backUp(PASSPHRASE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("kept.1");
        Map<String, String> before = content(TestDatabase.reach());
        assertThat(before.get("registry.person")).isNotNull().doesNotStartWith("0 ");

        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        assertThat(restore(PASSPHRASE).err()).contains("--replace");
        assertThat(data.resolve("postgres/PG_VERSION")).hasContent("17\n");
        Said said = restore(PASSPHRASE, "--replace");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("restored as it was", "what was there before");
        assertThat(putAside()).containsExactly("17\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(content(database.reach())).isEqualTo(before);
            assertThat(unknownToThePlanner(database.reach())).isEmpty();
        }
        assertThat(Files.readString(data.resolve("keys"))).isEqualTo(Files.readString(Path.of(keys())));
        withPlatform(platform -> works(platform, account));

        Path again = folder.resolve("rested.backup");
        assertThat(say(null, List.of("backup", "--data", data.toString(), again.toString()))
                        .status())
                .isZero();
        RotationSteps.cutOffAndEnd(data);
        withPlatform(platform -> works(platform, account));
        assertThat(restoredFrom(again)).contains("made with other keys");
    }

    private String restoredFrom(Path backup) {
        file = backup;
        return restore(null, "--replace").err();
    }

    private static void works(ConfigurableApplicationContext platform, NewAccount account) {
        String[] person = RegistryFixture.persons().get(3);
        assertThat(RegistryFixture.as(
                        Role.TOWNSHIP_CLERK,
                        RegistryFixture.TOWNSHIP,
                        () -> platform.getBean(Households.class).search(new SearchQuery(person[4], ""))))
                .singleElement()
                .satisfies(hit -> assertThat(hit.name()).isEqualTo(person[3]));
        // a code is taken once, and this is the second round with it
        platform.getBean(JdbcClient.class)
                .sql("update identity.account set totp_step = 0")
                .update();
        String code = OneTimeCode.at(account.totpSecret(), Instant.now());
        assertThat(platform.getBean(SignIns.class).attempt("kept.1", account.password(), code, "127.0.0.1"))
                .isPresent();
        assertThat(RegistryFixture.as(
                                Role.AUDITOR,
                                "2109",
                                () -> platform.getBean(AuditVerifier.class).verify(platform.getBean(AuditSource.class)))
                        .faults())
                .isEmpty();
    }

    @Test
    @DisplayName("2.4-9 a changed byte, a cut or prolonged file and other keys are told, and nothing is made of them")
    void refused() throws IOException {
        backUp(null);
        long length = Files.size(file);
        assertThat(length).isGreaterThan(10_000);
        assertThat(restore(null).err()).contains("key file");
        assertThat(restore(PASSPHRASE).err()).contains("key file");
        Path other = folder.resolve("other-keys");
        Files.writeString(
                other,
                Files.readString(Path.of(keys())).replaceAll("(?m)^backup 1 .*$", "backup 1 " + "ab".repeat(16)));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        assertThat(restore(null, "--keys", other.toString()).err()).contains("made with other keys");

        byte[] whole = Files.readAllBytes(file);
        for (long place : new long[] {0, 9, 41, 50, 80, length / 2, length - 1}) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.seek(place);
                bytes.write(whole[(int) place] ^ 0x10);
            }
            Said said = restore(null, "--keys", keys());
            assertThat(said.status()).as("byte %s", place).isEqualTo(1);
            assertThat(said.err()).as("byte %s", place).startsWith("doudi: ").hasLineCount(1);
            Files.write(file, whole);
        }
        for (int kept : new int[] {0, 7, 30, 70, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, kept));
            assertThat(restore(null, "--keys", keys()).err())
                    .as("%s bytes", kept)
                    .startsWith("doudi: ")
                    .hasLineCount(1);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThat(restore(null, "--keys", keys()).err()).contains("added behind the end");
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("keys")).doesNotExist();
    }

    private List<String> putAside() throws IOException {
        List<String> versions = new ArrayList<>();
        try (var aside = Files.newDirectoryStream(data, "before-*")) {
            for (Path folder : aside) {
                versions.add(Files.readString(folder.resolve("postgres/PG_VERSION")));
            }
        }
        return versions;
    }

    @Test
    @DisplayName("2.4-9 a backup is not written over a file, and needs a database; wrong words are told")
    void misused() throws IOException {
        Files.createDirectories(data);
        assertThat(say(null, List.of("backup", "--data", data.toString(), file.toString()))
                        .err())
                .contains("There is no database");
        Files.writeString(file, "mine");
        Reach reach = TestDatabase.reach();
        assertThat(say(
                                null,
                                List.of(
                                        "backup",
                                        "--doudi.database.url=" + reach.url(),
                                        "--doudi.database.owner-user=x",
                                        "--doudi.database.owner-password=x",
                                        "--doudi.database.app-user=x",
                                        "--doudi.database.app-password=x",
                                        file.toString()))
                        .err())
                .contains("is there already");
        assertThat(file).hasContent("mine");
        assertThat(say(null, List.of("backup")).status()).isEqualTo(2);
        assertThat(say(null, List.of("restore", "--force", file.toString())).err())
                .contains("usage");
    }
}
