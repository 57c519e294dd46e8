package org.doudi.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database keeps what was committed, whatever dies, and lets nobody in without a password. */
class EmbeddedDatabaseTest {
    @TempDir
    private Path data;

    @Test
    @DisplayName("what was written is there after a stop and a start, on the same port")
    void restart() throws SQLException {
        Reach first;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            first = database.reach();
            update(first.owner(), first.url(), "create table kept as select 7 as seven");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(database.reach()).isEqualTo(first);
            assertThat(one(first, "select seven from kept")).isEqualTo("7");
            assertThat(one(first, "show fsync")).isEqualTo("on");
            assertThat(one(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(first, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(first, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    @DisplayName("nobody gets in without the password, no role is above the policies, secrets are for the owner only")
    void noTrust() throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            Reach reach = database.reach();
            for (String user : List.of("postgres", "doudi", "doudi_app")) {
                assertThatThrownBy(() -> update(new Reach.Login(user, "guess"), reach.url(), "select 1"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(one(
                            reach,
                            "select count(*) from pg_roles where rolname like 'doudi%' and (rolsuper or rolbypassrls)"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> update(reach.app(), reach.url(), "create schema mine"))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.passwords"))))
                    .isEqualTo("rw-------");
            assertThat(data.resolve("postgres.first-password")).doesNotExist();
        }
    }

    @Test
    @DisplayName("a second platform on the same directory is refused")
    void second() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(database.reach().url()).contains("127.0.0.1");
            assertThatThrownBy(() -> EmbeddedDatabase.start(data)).hasMessageContaining("another platform");
        }
    }

    @Test
    @DisplayName("after the platform alone was killed, the database left behind is stopped and started anew")
    void platformKilled() throws Exception {
        Process platform = platform();
        assertThat(platform.inputReader().readLine()).isEqualTo("committed");
        platform.destroyForcibly().waitFor();
        assertThat(postmaster()).as("the database outlives the platform").isPresent();
        long orphan = postmaster().orElseThrow().pid();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(postmaster().orElseThrow().pid()).isNotEqualTo(orphan);
            assertThat(one(database.reach(), "select count(*) from kept")).isEqualTo("1000");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    @DisplayName("after the platform and every process of the database were killed, it starts at once with all commits")
    void everythingKilled() throws Exception {
        for (int round = 1; round <= 3; round++) {
            Process platform = platform();
            assertThat(platform.inputReader().readLine()).isEqualTo("committed");
            ProcessHandle postmaster = postmaster().orElseThrow();
            List<ProcessHandle> children = postmaster.descendants().toList();
            platform.destroyForcibly();
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            platform.waitFor();
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
                assertThat(one(database.reach(), "select count(*) from kept")).isEqualTo(round + "000");
            }
        }
    }

    @Test
    @DisplayName("a lock file whose number belongs to another program by now does not keep it from starting")
    void numberReused() throws IOException, SQLException {
        EmbeddedDatabase.start(data).close();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(one(database.reach(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("root starts it as nobody where there are no user namespaces, and by one again on the same data")
    @EnabledIfSystemProperty(named = "user.name", matches = "root")
    void asNobody() throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        Path inner = data.resolve("platform");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(inner, Lowered.NOBODY)) {
            assertThat(Files.getOwner(inner.resolve("postgres")).getName()).isEqualTo("nobody");
            update(database.reach().owner(), database.reach().url(), "create table kept as select 7 as seven");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
                .isEqualTo("rwx-----x");
        for (Lowered lowered : List.of(Lowered.here(), Lowered.NOBODY)) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(inner, lowered)) {
                assertThat(one(database.reach(), "select seven from kept")).isEqualTo("7");
            }
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(inner, Lowered.NOBODY)).hasMessageContaining("plain user");
    }

    @Test
    @DisplayName("a first start that was cut off is made anew")
    void cutOff() throws IOException, SQLException {
        Files.createDirectories(data.resolve("postgres.making/base"));
        Files.writeString(data.resolve("postgres.making/PG_VERSION"), "18\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(one(database.reach(), "select 1")).isEqualTo("1");
        }
    }

    /** Another Java process that runs the database and commits a thousand rows, one by one. */
    private Process platform() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private java.util.Optional<ProcessHandle> postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    }

    private static String one(Reach reach, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        reach.url(), reach.owner().user(), reach.owner().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void update(Reach.Login login, String url, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The process that is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            Reach reach = EmbeddedDatabase.start(Path.of(arguments[0])).reach();
            try (Connection connection = DriverManager.getConnection(
                            reach.url(), reach.owner().user(), reach.owner().password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists kept (n int)");
                for (int n = 0; n < 1000; n++) {
                    statement.execute("insert into kept values (" + n + ")");
                }
                System.out.println("committed");
                TimeUnit.MINUTES.sleep(1);
            }
        }
    }
}
