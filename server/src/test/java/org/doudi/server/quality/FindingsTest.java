package org.doudi.server.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.quality.FindingQuery.Tab;
import org.doudi.server.quality.FindingRefused.Why;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a finding: opened by a change, called wrong, a question again when the figure changes, ended by mending. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class FindingsTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921118", "43");

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Findings findings;

    @Autowired
    private Rolls rolls;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private List<FindingView> look(long household) {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        return federation(() -> findings.of(household));
    }

    private static <T> T federation(Supplier<T> work) {
        return RegistryFixture.as(Role.DISABLED_FEDERATION_OFFICER, "210921", work);
    }

    private Void enter(long household, long person, LocalDate since) {
        rolls.leave(household, Roll.DISABILITY, person, since, "test", "test");
        rolls.enter(household, RollEntry.of(Roll.DISABILITY, person, since), since, "test", "test");
        return null;
    }

    private static void refused(Why why, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        FindingRefused.class, r -> assertThat(r.why()).isEqualTo(why));
    }

    @Test
    @DisplayName("2.4-9 a change opens a finding, a false alarm lasts while the figures do, and mending ends it")
    void life() {
        TOWNSHIP.load(loader, households);
        record Whole(long household, long person) {}
        Whole whole = federation(() -> Objects.requireNonNull(transaction.execute(t -> jdbc.sql(
                        "select m.household, m.person from registry.membership m join registry.fact f on f.person = m.person"
                                + " where m.village like '210921118%' and jsonb_typeof(f.content -> 'disability') <> 'object'"
                                + " and not exists (select from registry.roll_entry r where r.person = m.person)"
                                + " order by m.id limit 1")
                .query((row, n) -> new Whole(row.getLong(1), row.getLong(2)))
                .single())));
        long household = whole.household();
        assertThat(look(household)).isEmpty();
        long before = standing();

        federation(() -> {
            rolls.enter(
                    household,
                    RollEntry.of(Roll.DISABILITY, whole.person(), today.date().minusDays(9)),
                    today.date().minusDays(9),
                    "test",
                    "test");
            return null;
        });
        List<FindingView> found = look(household);
        assertThat(found).hasSize(1);
        FindingView finding = found.get(0);
        assertThat(finding.rule().id()).isEqualTo("Q07");
        assertThat(finding.openedOn()).isEqualTo(today.date());
        assertThat(standing()).isEqualTo(before + 1);
        assertThat(federation(() -> findings.list(new FindingQuery(null, Tab.MINE, TOWNSHIP.code()), 0)))
                .extracting(FindingView::id)
                .contains(finding.id());
        assertThat(look(household)).as("looked at again").isEqualTo(found);

        refused(
                Why.OTHER_OFFICE,
                () -> TOWNSHIP.as(() -> {
                    findings.falseAlarm(finding.id(), finding.version(), "证在我这里");
                    return null;
                }));
        refused(Why.WORDS, () -> mark(finding, " 无 "));
        refused(
                Why.NOTHING,
                () -> RegistryFixture.as(Role.TOWNSHIP_CLERK, "210921119", () -> findings.get(finding.id())));
        mark(finding, "证件正在换发，名单是对的");
        refused(Why.OVERTAKEN, () -> mark(finding, "又说一次是误报"));
        assertThat(look(household)).isEmpty();
        assertThat(standing()).isEqualTo(before);
        assertThat(federation(() -> findings.byRule(new Area(TOWNSHIP.code())))).anySatisfy(rule -> {
            assertThat(rule.rule()).isEqualTo("Q07");
            assertThat(rule.alarms()).isPositive();
        });

        federation(() -> enter(household, whole.person(), today.date()));
        List<FindingView> again = look(household);
        assertThat(again).as("the figure is another one").hasSize(1);
        assertThat(again.get(0).id()).isEqualTo(finding.id());

        federation(() -> {
            rolls.leave(household, Roll.DISABILITY, whole.person(), today.date(), "test", "test");
            return null;
        });
        assertThat(look(household)).isEmpty();
        assertThat(federation(() -> findings.get(finding.id())).state()).isEqualTo(FindingState.CLOSED);
        assertThat(standing()).isEqualTo(before);
    }

    private void mark(FindingView finding, String words) {
        federation(() -> {
            findings.falseAlarm(finding.id(), finding.version(), words);
            return null;
        });
    }

    /** How many stand in the township, by the figures. */
    private long standing() {
        return TOWNSHIP.as(() -> findings.scores(9)).places().stream()
                .filter(place -> place.place().equals(TOWNSHIP.code()))
                .mapToLong(Scores.Place::standing)
                .sum();
    }
}
