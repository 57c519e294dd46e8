package org.doudi.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.doudi.server.TestDatabase;
import org.doudi.server.audit.AuditFault.Kind;
import org.doudi.server.database.Reach;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail on the real database; who tampers with it is the owner of the tables. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class TrailTest {
    private static final int CHAIN = 13;
    private static final Officer CLERK =
            new Officer(new OfficerId(16_000_013), "clerk", "经办", Role.TOWNSHIP_CLERK, new Area("210921104"));
    private static final Officer AUDITOR =
            new Officer(new OfficerId(16_000_014), "auditor", "审计", Role.AUDITOR, new Area("2109"));

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private AuditSource source;

    @Autowired
    private AuditSearch search;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private void record(int times) {
        Scope.as(CLERK, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                for (int i = 0; i < times; i++) {
                    trail.record(Act.HOUSEHOLD_READ, Subject.household(77), "受理", "n=" + i);
                }
            });
            return true;
        });
    }

    private AuditReport verify() {
        return Scope.as(AUDITOR, () -> verifier.verify(source));
    }

    private long count() {
        return jdbc.sql("select count from audit.head where chain = " + CHAIN)
                .query(Long.class)
                .single();
    }

    private static void asOwner(String... commands) {
        Reach reach = TestDatabase.reach();
        try (Connection connection = DriverManager.getConnection(
                        reach.url(), reach.owner().user(), reach.owner().password());
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keep() {
        asOwner(
                "create table audit.kept as select * from audit.entry where chain = 13",
                "create table audit.kept_head as select * from audit.head where chain = 13");
    }

    private static void restore() {
        asOwner(
                "delete from audit.entry where chain = 13",
                "insert into audit.entry select * from audit.kept",
                "delete from audit.head where chain = 13",
                "insert into audit.head select * from audit.kept_head",
                "drop table audit.kept",
                "drop table audit.kept_head");
    }

    @Test
    @DisplayName("an entry is kept with its transaction, and not without it")
    void sameTransaction() {
        record(1);
        long before = count();
        Scope.as(CLERK, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                trail.record(Act.FACT_RECORDED, Subject.household(77), "", "");
                status.setRollbackOnly();
            });
            return true;
        });
        assertThat(count()).isEqualTo(before);
        record(2);
        assertThat(count()).isEqualTo(before + 2);
        assertThat(verify().faults()).isEmpty();
        assertThatThrownBy(() -> Scope.as(CLERK, () -> {
                    trail.record(Act.FACT_RECORDED, Subject.NONE, "", "");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("the platform's role can neither change nor remove entries")
    void appOnlyAdds() {
        record(1);
        assertThatThrownBy(() -> jdbc.sql("delete from audit.entry").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update audit.entry set why = ''").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("the auditor sees all entries, nobody none, a clerk those about households")
    void whoReads() {
        record(1);
        AuditSearch.Filter all = new AuditSearch.Filter("经办", Act.HOUSEHOLD_READ, null);
        assertThat(Scope.as(AUDITOR, () -> search.newest(all, 5))).isNotEmpty();
        assertThat(search.newest(all, 5)).isEmpty();
        assertThat(Scope.as(CLERK, () -> search.readersOf(77, 5)))
                .first()
                .extracting(AuditEntry::why)
                .isEqualTo("受理");
    }

    @ParameterizedTest
    @DisplayName("whatever the owner of the tables does to the rows is found, with its place; an export too")
    @CsvSource({
        "delete from audit.entry where chain = 13 and number = :n - 3, REMOVED, -2",
        "update audit.entry set what = 'n=9' where chain = 13 and number = :n - 3, CHANGED, -3",
        "update audit.entry set what = what where chain = 13, , 0",
        "delete from audit.entry where chain = 13 and number > :n - 2, CUT_OFF, -1",
        "update audit.head set count = count - 1 where chain = 13, HEAD_FORGED, -1"
    })
    void tampering(String command, String kind, long offset) {
        record(6);
        long n = count();
        keep();
        try {
            asOwner(command.replace(":n", Long.toString(n)));
            List<AuditFault> faults = verify().faults();
            List<AuditFault> exported = verifier.verify(
                            Scope.as(AUDITOR, () -> AuditExport.write(source, folder.resolve("trail.jsonl"))))
                    .faults();
            assertThat(exported).isEqualTo(faults);
            if (kind == null) {
                assertThat(faults).isEmpty();
            } else {
                assertThat(faults).contains(new AuditFault(Kind.valueOf(kind), CHAIN, n + offset));
            }
        } finally {
            restore();
        }
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    @DisplayName("the command verifies an export with the keys alone, and says by its code whether it is whole")
    void command(@Value("${doudi.vault.keys}") String keys) throws IOException {
        record(3);
        Path file = folder.resolve("trail.jsonl");
        Scope.as(AUDITOR, () -> AuditExport.write(source, file));
        List<String> verify = List.of("verify", "--doudi.vault.keys=" + keys, file.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(AuditVerifyCommand.run(verify, print, print)).isZero();
        Files.writeString(file, Files.readString(file).replace("\"n=1\"", "\"n=7\""));
        assertThat(AuditVerifyCommand.run(verify, print, print)).isEqualTo(1);
        Files.writeString(file, "{");
        assertThat(AuditVerifyCommand.run(verify, print, print)).isEqualTo(2);
        assertThat(AuditVerifyCommand.run(List.of("burn"), print, print)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("all whole").contains("changed");
    }

    @Test
    @DisplayName("two entries that changed places are found")
    void reordered() {
        record(6);
        long n = count();
        keep();
        try {
            asOwner(
                    "update audit.entry set number = -1 where chain = 13 and number = " + (n - 3),
                    "update audit.entry set number = " + (n - 3) + " where chain = 13 and number = " + (n - 2),
                    "update audit.entry set number = " + (n - 2) + " where chain = 13 and number = -1");
            assertThat(verify().faults())
                    .contains(new AuditFault(Kind.CHANGED, CHAIN, n - 3), new AuditFault(Kind.CHANGED, CHAIN, n - 2));
        } finally {
            restore();
        }
    }
}
