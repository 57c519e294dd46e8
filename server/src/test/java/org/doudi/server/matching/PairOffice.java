package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Identities;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** An office that decides pairs: a township of made-up people, its officers, and lists that come in. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
abstract class PairOffice {
    static final LocalDate DAY = LocalDate.of(2017, 6, 1);

    @Autowired
    Households households;

    @Autowired
    RegistryLoader loader;

    @Autowired
    ListImports imports;

    @Autowired
    Identities identities;

    @Autowired
    Pairs pairs;

    @Autowired
    Rolls rolls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    abstract OtherTownship township();

    @BeforeEach
    void load() {
        township().load(loader, households);
    }

    /** One of several officers of a role. */
    <T> T as(Role role, int which, Supplier<T> work) {
        Officer officer = new Officer(
                new OfficerId(7100 + 10L * role.ordinal() + which),
                "p" + which,
                which == 1 ? "白雪梅" : "王海燕",
                role,
                new Area(township().code()));
        return Scope.as(officer, work);
    }

    <T> T county(Supplier<T> work) {
        return as(Role.COUNTY_OFFICER, 1, work);
    }

    /** Name and number of the people of a household, as they were loaded. */
    List<String[]> people(int household) {
        return township().persons().stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[1].equals(township().number(household)))
                .toList();
    }

    /** Hands a list in and waits until it is done; its import. */
    long run(ListKind kind, String text) {
        long id = county(() -> {
            try {
                Path file = Files.createTempFile("doudi-test", ".csv");
                Files.writeString(file, text, StandardCharsets.UTF_8);
                long read = imports.read(kind, "名单.csv", file);
                Files.delete(file);
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        county(() -> {
            imports.run(id, imports.get(id).columns(), DAY);
            return id;
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> county(() -> imports.get(id)).state() == ListImports.State.DONE);
        return id;
    }

    /** The pairs of an import. */
    List<PairView> of(long listImport) {
        return county(() ->
                        transaction.execute(t -> jdbc.sql("select id from matching.pair where import = ? order by id")
                                .param(listImport)
                                .query(Long.class)
                                .list()))
                .stream()
                .map(id -> county(() -> pairs.get(id)))
                .toList();
    }

    /** A row that has the number of a person and another name, which people decide. */
    PairView doubtful(int household) {
        String[] p = people(household).get(0);
        long id = run(ListKind.DIBAO, "姓名,身份证号,户月保障金额\n另某" + household + "," + p[4] + ",321\n");
        List<PairView> found = of(id);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    List<RollEntry> dibao(int household) {
        long id = township().id(households, household);
        return township().as(() -> rolls.of(id, DAY.plusDays(10))).stream()
                .filter(e -> e.roll() == Roll.DIBAO)
                .toList();
    }

    void onDibao(int household) {
        long id = township().id(households, household);
        township().as(() -> {
            rolls.enter(id, RollEntry.dibao(DAY.minusYears(1), 100_00), DAY.minusYears(1), "试", "试");
            return id;
        });
    }

    PairState decide(int clerk, PairView pair, Decision decision) {
        return as(
                Role.COUNTY_OFFICER,
                clerk,
                () -> pairs.decide(
                        pair.id(),
                        pair.version(),
                        decision,
                        Basis.RECORDS,
                        pair.other() == null ? null : pair.person()));
    }

    static void refused(PairRefused.Cause cause, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        PairRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    static <K, V> V the(Map<K, V> map, K key) {
        V value = map.get(key);
        assertThat(value).as(String.valueOf(key)).isNotNull();
        return Objects.requireNonNull(value);
    }
}
