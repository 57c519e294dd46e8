package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.doudi.policy.Assets;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.RegisterState;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.Line;
import org.doudi.server.TestDatabase;
import org.doudi.server.database.Reach;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.FactContent.IncomeLine;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Households, facts and rolls on a real PostgreSQL. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class RegistryTest {
    private static final LocalDate DAY = LocalDate.of(2017, 6, 20);

    @Autowired
    private Households households;

    @Autowired
    private Facts facts;

    @Autowired
    private Rolls rolls;

    @Autowired
    private Persons persons;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    private static <T> T as(String area, Supplier<T> work) {
        return RegistryFixture.as(Role.TOWNSHIP_CLERK, area, work);
    }

    private long id(String number) {
        return as("210921100", () -> households.search(new SearchQuery(number, "")))
                .get(0)
                .household();
    }

    @Test
    @DisplayName("the record of every loaded household equals the line that it came from")
    void recordEqualsLine() throws IOException {
        List<String> lines = Files.readAllLines(RegistryFixture.folder().resolve("households.jsonl"));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(500);
        HouseholdReader reader = new HouseholdReader();
        for (String line : lines) {
            Household expected = ((Line.Accepted) reader.read(line)).household();
            Household stored = as("210921100", () -> households.record(id(expected.householdId()), DAY, today.now()));
            assertThat(stored).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName(
            "2.4-9 the database knows how many rows the loader filled its tables with, parts and whole, before anybody asks it a question")
    void looked() {
        assertThat(jdbc.sql("select c.oid::regclass::text from pg_class c left join pg_inherits i on i.inhrelid = c.oid"
                                + " where coalesce(i.inhparent, c.oid) = any (array['registry.household', 'registry.person',"
                                + " 'registry.membership', 'registry.fact', 'registry.roll_entry']::regclass[])"
                                + " and c.relkind in ('r', 'p') and c.reltuples < 0")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThatThrownBy(() -> jdbc.sql("select registry.filled(array['change; drop table registry.fact'])")
                        .query((row, n) -> 0)
                        .list())
                .hasMessageContaining("not a table that is filled by a list");
    }

    @Test
    @DisplayName("a clerk of the neighbouring township finds nobody: by number, name, id, in a count, for writing")
    void neighbourFindsNothing() throws IOException {
        String idNumber = RegistryFixture.persons().get(0)[4];
        String name = RegistryFixture.persons().get(0)[3];
        long id = id("H-0000001");
        long person = as("210921100", () -> households.get(id)).members().get(0).person();
        assertThat(as("210921100", () -> households.search(new SearchQuery(idNumber, ""))))
                .hasSize(1)
                .first()
                .satisfies(hit -> assertThat(hit.name()).isEqualTo(name));
        assertThat(as("210921100", () -> households.search(new SearchQuery(name, ""))))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(SearchQuery.MOST);
        assertThat(as("210921100", households::count)).isGreaterThanOrEqualTo(500);

        String neighbour = "210921101";
        assertThat(as(neighbour, () -> households.search(new SearchQuery(idNumber, ""))))
                .isEmpty();
        assertThat(as(neighbour, () -> households.search(new SearchQuery(name, ""))))
                .isEmpty();
        assertThat(as(neighbour, () -> households.search(new SearchQuery("H-0000001", ""))))
                .isEmpty();
        assertThat(as(neighbour, () -> households.find(id))).isEmpty();
        assertThat(as(neighbour, households::count)).isZero();
        assertThat(as(neighbour, () -> facts.history(id))).isEmpty();
        assertThat(as(neighbour, () -> rolls.of(id, DAY))).isEmpty();
        assertThatThrownBy(() -> as(neighbour, () -> households.record(id, DAY, today.now())))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> as(neighbour, () -> persons.reveal(person, "核对身份证")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> as(neighbour, () -> persons.reveal(person, "入户时核对证件")))
                .isInstanceOf(NoSuchElementException.class);
        FactChange change = FactChange.of(id, new FactContent.Owned(Assets.NONE), DAY, "试");
        assertThatThrownBy(() -> as(neighbour, () -> {
                    facts.record(change, "");
                    return id;
                }))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @DisplayName("offices that work on figures see no person, though the area is theirs")
    void officesOfFigures() {
        for (Role role : List.of(Role.FINANCE_OFFICER, Role.STATISTICIAN, Role.RURAL_WORK_OFFICER, Role.AUDITOR)) {
            assertThat(RegistryFixture.as(role, "2109", households::count)).isZero();
        }
        assertThat(RegistryFixture.as(Role.COUNTY_APPROVER, "210921", households::count))
                .isPositive();
    }

    @Test
    @DisplayName("a late correction keeps what was known: the old moment still gives the old answer")
    void asKnownOn() {
        long id = id("H-0000001");
        Instant before = today.now();
        DibaoOutcome old =
                as("210921100", () -> households.assess(id, DAY, before)).dibao();
        Household was = as("210921100", () -> households.record(id, DAY, before));
        LocalDate may = LocalDate.of(2017, 5, 1);
        FactChange correction = FactChange.of(
                id, new FactContent.Income(List.of(new IncomeLine("1", IncomeItem.WAGE, 100_00L))), may, "入户核实");
        Household preview = as("210921100", () -> facts.preview(correction));
        int count = as("210921100", () -> facts.history(id)).size();
        as("210921100", () -> {
            facts.record(correction, "核对收入");
            return id;
        });

        Household now = as("210921100", () -> households.record(id, DAY, today.now()));
        assertThat(now).isEqualTo(preview).isNotEqualTo(was);
        assertThat(now.income()).hasSize(1);
        assertThat(as("210921100", () -> households.record(id, DAY, before))).isEqualTo(was);
        assertThat(as("210921100", () -> households.assess(id, DAY, before)).dibao())
                .isEqualTo(old);
        Household april = as("210921100", () -> households.record(id, may.minusDays(1), today.now()));
        assertThat(april.income()).isEqualTo(was.income());

        List<FactView> history = as("210921100", () -> facts.history(id));
        assertThat(history).hasSize(count + 2);
        assertThat(history).anySatisfy(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.INCOME);
            assertThat(fact.knownTo()).isNotNull();
        });
    }

    @Test
    @DisplayName("entering and leaving a roll changes what holds from that day on, and keeps what held before")
    void rollsChange() {
        long id = id("H-0000002");
        as("210921100", () -> {
            rolls.enter(id, RollEntry.dibao(LocalDate.of(2017, 6, 1), 310_00L), LocalDate.of(2017, 6, 1), "试", "");
            rolls.enter(
                    id,
                    RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false)),
                    LocalDate.of(2017, 6, 1),
                    "试",
                    "");
            return id;
        });
        Household on = as("210921100", () -> households.record(id, DAY, today.now()));
        assertThat(on.rolls().dibao()).isNotNull();
        assertThat(as("210921100", () -> rolls.of(id, DAY)))
                .contains(RollEntry.dibao(LocalDate.of(2017, 6, 1), 310_00L));
        as("210921100", () -> {
            rolls.leave(id, Roll.DIBAO, null, LocalDate.of(2017, 6, 10), "试", "");
            return id;
        });
        assertThat(as("210921100", () -> households.record(id, DAY, today.now()))
                        .rolls()
                        .dibao())
                .isNull();
        assertThat(as("210921100", () -> households.record(id, LocalDate.of(2017, 6, 5), today.now()))
                        .rolls()
                        .dibao())
                .isNotNull();
    }

    @Test
    @DisplayName("a full id number is shown only with a reason")
    void reveal() throws IOException {
        long person = as("210921100", () -> households.get(id("H-0000001")))
                .members()
                .get(0)
                .person();
        assertThat(as("210921100", () -> persons.reveal(person, "入户时核对证件")))
                .isEqualTo(RegistryFixture.persons().get(0)[4]);
        assertThatThrownBy(() -> as("210921100", () -> persons.reveal(person, "看看")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName(
            "no id number and no phone lies in the database in plain text, and what was known cannot be written over")
    void nothingPlain() throws SQLException, IOException {
        Reach reach = TestDatabase.reach();
        String[] person = RegistryFixture.persons().get(0);
        try (Connection owner = DriverManager.getConnection(
                reach.url(), reach.owner().user(), reach.owner().password())) {
            for (String table : List.of("household", "person", "membership", "fact", "roll_entry")) {
                try (ResultSet rows =
                        owner.createStatement().executeQuery("select t::text from registry." + table + " t")) {
                    while (rows.next()) {
                        String hex = HexFormat.of().formatHex(person[4].getBytes(StandardCharsets.UTF_8));
                        assertThat(rows.getString(1)).doesNotContain(person[4], person[10], hex);
                    }
                }
            }
        }
        try (Connection app = DriverManager.getConnection(
                reach.url(), reach.app().user(), reach.app().password())) {
            assertThatThrownBy(() -> app.createStatement().execute("update registry.fact set content = '{}'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> app.createStatement().execute("delete from registry.fact"))
                    .hasMessageContaining("permission denied");
        }
    }
}
