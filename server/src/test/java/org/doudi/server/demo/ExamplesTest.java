package org.doudi.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.doudi.policy.Gap;
import org.doudi.server.ApartDatabase;
import org.doudi.server.casework.WorkList;
import org.doudi.server.changes.ChangeReports;
import org.doudi.server.exchange.Deliveries;
import org.doudi.server.identity.Accounts;
import org.doudi.server.matching.Alert;
import org.doudi.server.matching.AlertReason;
import org.doudi.server.matching.Alerts;
import org.doudi.server.matching.GapQuery;
import org.doudi.server.matching.GapState;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.matching.OwnMotion;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.quality.FindingQuery;
import org.doudi.server.quality.FindingView;
import org.doudi.server.quality.Findings;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.reverification.MassRuns;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What whoever signs in to the demonstration finds there, on a database of its own. */
@SpringBootTest
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {ApartDatabase.class, ExamplesTest.Folder.class})
class ExamplesTest {
    private static final int HOUSEHOLDS = 60;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A small folder as demo-data makes one. */
    static final class Folder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory("doudi-demo");
                Files.write(
                        folder.resolve("households.jsonl"),
                        Files.readAllLines(RegistryFixture.folder().resolve("households.jsonl")).stream()
                                .limit(HOUSEHOLDS)
                                .map(Folder::here)
                                .toList());
                List<String> persons = Files.readAllLines(
                                RegistryFixture.folder().resolve("persons.csv"))
                        .stream()
                        .filter(row -> !row.startsWith("H-") || Integer.parseInt(row.substring(2, 9)) <= HOUSEHOLDS)
                        .map(Folder::here)
                        .toList();
                Files.write(folder.resolve("persons.csv"), persons);
                List<String> lifted = new ArrayList<>(List.of("序号,姓名,证件号码,脱贫时间,是否享受帮扶措施"));
                List<String> certificates = new ArrayList<>(List.of("序号,姓名,残疾人证号,残疾类别,残疾等级"));
                persons.stream()
                        .map(row -> row.split(",", -1))
                        .filter(cells -> cells[7].equals("户主"))
                        .limit(8)
                        .forEach(cells -> {
                            lifted.add("1," + cells[3] + "," + cells[4] + ",2016-12-01,否");
                            // somebody else's name: a pair for people
                            certificates.add("1,别的名字," + cells[4] + "42,肢体,二级");
                        });
                Files.write(folder.resolve("lifted.xlsx"), lifted, GB18030);
                Files.write(folder.resolve("certificates.csv"), certificates, GB18030);
                TestPropertyValues.of(
                                "doudi.demo.folder=" + folder, "doudi.demo.accounts=" + folder.resolve("accounts.csv"))
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String here(String line) {
            return line.replaceAll("210921100202", "210922100200");
        }
    }

    @Autowired
    private Accounts accounts;

    @Autowired
    private Examples examples;

    @Autowired
    private ListImports imports;

    @Autowired
    private Findings findings;

    @Autowired
    private Alerts alerts;

    @Autowired
    private ChangeReports reports;

    @Autowired
    private MassRuns runs;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private OwnMotion motion;

    @Autowired
    private Today today;

    @Autowired
    private Households households;

    @Autowired
    private Rolls rolls;

    @Autowired
    private Gaps gaps;

    @Autowired
    private WorkList workList;

    private <T> T as(String username, Supplier<T> work) {
        return new Examples.Desk(accounts).as(username, work);
    }

    private List<Integer> figures() {
        return List.of(
                as("disabled", imports::latest).size(),
                as("poverty", imports::latest).size(),
                as("officer", () -> reports.list(ChangeReports.Tab.SENT, 0)).size(),
                as("reviewer", runs::list).size(),
                as("officer", () -> deliveries.all(0, 10)).size());
    }

    /** Until everything is shown, and looked at. */
    private void settle() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !as("reviewer", runs::list).isEmpty());
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private List<GapView> standing() {
        return as("clerk", () -> gaps.list(new GapQuery(null, GapQuery.Tab.STANDING, "210922100"), 0));
    }

    @Test
    @DisplayName(
            "2.1-5 where the law orders offices to act a gap opens a case by itself, once, for anybody of the township's office;"
                    + " what asks for an application waits")
    void byThemselves() {
        settle();
        assertThat(motion.open()).as("a list may still be on its way").isZero();
        today.forward(1);
        assertThat(motion.open())
                .as("the roll of the destitute was not handed in")
                .isZero();
        GapView first = standing().stream()
                .filter(g -> g.kind() == Gap.Kind.MISSING_FROM_TEKUN)
                .findFirst()
                .orElseThrow();
        as("officer", () -> {
            long person = households.get(first.household()).members().get(0).person();
            rolls.enter(first.household(), RollEntry.of(Roll.TEKUN, person, today.date()), today.date(), "t", "t");
            return person;
        });
        motion.open();
        settle();
        List<GapView> standing = standing();
        List<GapView> ordered = standing.stream()
                .filter(g -> Set.of(Gap.Kind.MISSING_FROM_TEKUN, Gap.Kind.FALLEN_BACK)
                        .contains(g.kind()))
                .toList();
        assertThat(ordered).isNotEmpty().allSatisfy(g -> {
            assertThat(g.state()).isEqualTo(GapState.IN_WORK);
            assertThat(g.holder()).isNull();
            assertThat(g.caseNumber()).startsWith("210922100-2017-");
        });
        assertThat(standing)
                .filteredOn(g -> g.kind() == Gap.Kind.MISSING_FROM_DIBAO)
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.caseNumber()).isNull());
        assertThat(as("clerk", () -> workList.rows(WorkList.Tab.UNCLAIMED, 0)))
                .extracting(row -> row.file().number())
                .containsAll(ordered.stream().map(g -> g.caseNumber()).toList());
        assertThat(motion.open()).as("once").isZero();
    }

    @Test
    @DisplayName(
            "somebody new finds pairs, findings, alerts, a report, a mass check and a delivery, made once by the way that people go")
    void shown() {
        settle();
        assertThat(as("disabled", imports::latest).get(0).count(RowState.HELD)).isPositive();
        assertThat(as("clerk", () -> findings.list(new FindingQuery(null, FindingQuery.Tab.MINE, "210922100"), 0)))
                .extracting(FindingView::rule)
                .extracting(rule -> rule.id())
                .contains("Q29", "Q33", "Q37", "Q39");
        assertThat(as("clerk", () -> alerts.list(Alerts.Tab.OPEN, "210922100", 0)))
                .extracting(Alert::reason)
                .contains(AlertReason.DISASTER, AlertReason.MEDICAL);
        assertThat(figures()).isEqualTo(List.of(1, 1, 1, 1, 1));
        examples.all();
        assertThat(figures()).as("once").isEqualTo(List.of(1, 1, 1, 1, 1));
    }
}
