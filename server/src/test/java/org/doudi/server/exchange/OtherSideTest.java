package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doudi.server.exchange.Certificates.Machine;
import org.doudi.server.exchange.Deliveries.Request;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.matching.ListGap;
import org.doudi.server.matching.ListGaps;
import org.doudi.server.matching.Outcome;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A year between the platform and a poverty office that is a process of its own, over TLS, on both sides to the last row. */
class OtherSideTest extends CountyOverTls {
    private static final Set<SharedField> FIELDS = Set.of(SharedField.NAME, SharedField.ID_NUMBER, SharedField.SINCE);
    private static final Set<String> RIGHTS =
            Set.of("take:DIBAO:" + COUNTY, "give:REGISTER:" + COUNTY, "give:LIFTED:" + COUNTY);
    private static final int MONTHS = 12;
    /** The first of those who are on the office's register; the ones before come on dibao, one a month. */
    private static final int REGISTER = 20;

    /** From this month on the office puts somebody of dibao on its register, and a month later lifts them out. */
    private static final int HELPED = 7;

    private static final int MISSPELT = 2;
    private static final int UNKNOWN = 3;
    private static final int DEAD = 5;
    private static final String STRANGER = "210921195003070016,林晓雨,因病";

    @Autowired
    private CheckRequests requests;

    @Autowired
    private ListImports imports;

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Gaps gaps;

    @Autowired
    private ListGaps listGaps;

    @TempDir
    private Path folder;

    private final List<Head> heads = new ArrayList<>();
    private final Map<String, LocalDate> liftedOn = new HashMap<>();

    /** A head of a household, as both sides may know him. */
    private record Head(long household, String name, String idNumber) {}

    private void heads() {
        Map<String, Long> ids = new HashMap<>();
        as(
                Role.COUNTY_OFFICER,
                () -> Objects.requireNonNull(transaction.execute(t -> jdbc.sql(
                                "select number, id from registry.household")
                        .query((row, n) -> {
                            ids.put(row.getString(1), row.getLong(2));
                            return n;
                        })
                        .list())));
        RegistryFixture.persons().stream()
                .filter(p -> p[7].equals("户主") && ids.containsKey(p[1]))
                .forEach(p -> heads.add(new Head(Objects.requireNonNull(ids.get(p[1])), p[3], p[4])));
    }

    /** Whom the office knows: one by another name, one not at all, one as dead. */
    private void people(OtherSide office) throws IOException {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            if (i != UNKNOWN) {
                known.add(String.join(
                        ",", head.idNumber(), i == MISSPELT ? "另一人" : head.name(), i == DEAD ? "DIED" : "LIVES"));
            }
        }
        office.paper("people.csv", known);
    }

    private void register(OtherSide office, int month) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = month < 8 ? REGISTER : REGISTER + 1; i <= REGISTER + month; i++) {
            rows.add(heads.get(i).idNumber() + "," + heads.get(i).name() + ",因病");
        }
        if (month >= 6) {
            rows.add(STRANGER);
        }
        if (month >= HELPED) {
            rows.add(heads.get(month).idNumber() + "," + heads.get(month).name() + ",缺劳力");
        }
        office.paper("register.csv", rows);
        List<String> out = new ArrayList<>();
        lifted(month).forEach(head -> {
            liftedOn.putIfAbsent(head.idNumber(), today.date());
            out.add(head.idNumber() + "," + head.name() + "," + liftedOn.get(head.idNumber()) + ",true");
        });
        office.paper("lifted.csv", out);
    }

    /** Who was lifted out by a month. */
    private List<Head> lifted(int month) {
        return month <= HELPED ? List.of() : heads.subList(HELPED, month);
    }

    private void roll(int month) {
        LocalDate day = today.date();
        as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(heads.get(month).household(), RollEntry.dibao(day, 200_00), day, "test", "test");
            if (month > 6) {
                rolls.leave(heads.get(month - 6).household(), Roll.DIBAO, null, day, "test", "test");
            }
            return deliveries.make(
                    new Request(SharedList.DIBAO, Department.POVERTY_OFFICE, YearMonth.from(day), FIELDS, month - 1));
        });
    }

    private void read() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (as(Role.POVERTY_OFFICER, () -> imports.latest()).stream()
                    .allMatch(v -> v.state() == ListImports.State.DONE)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("a list was not read to its end");
    }

    private Set<Long> on(Roll roll) {
        List<Long> found = as(
                Role.COUNTY_OFFICER,
                () -> Objects.requireNonNull(transaction.execute(
                        t -> jdbc.sql("select household from registry.roll_entry where roll = ? and known_to is null"
                                        + " and valid_from <= ? and (valid_to is null or valid_to > ?)")
                                .params(roll.name(), today.date(), today.date())
                                .query(Long.class)
                                .list())));
        return new TreeSet<Long>(found);
    }

    private List<String> answers(int head) {
        return as(
                Role.COUNTY_OFFICER,
                () -> Objects.requireNonNull(transaction.execute(
                        t -> jdbc.sql("select distinct outcome || ' ' || coalesce(reason, '') from exchange.entry"
                                        + " where household = ? and change = 'ADDED'")
                                .param(heads.get(head).household())
                                .query(String.class)
                                .list())));
    }

    @Test
    @DisplayName(
            "2.4-5 2.4-6 2.4-7 for a year another process takes our lists and hands in its own, and at the end both sides say the same of everybody")
    void year() throws Exception {
        heads();
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        Set<Long> registered = on(Roll.REGISTER);
        try (OtherSide office = new OtherSide(folder);
                FederationSide federation = new FederationSide(this, folder.resolve("federation"))) {
            Machine machine = AUTHORITY.machine("poverty office");
            Credentials system = system("sys-year", RIGHTS, machine.pem());
            receiverKey = VerifyingKey.read(office.publicKey());
            signs("sys-year", receiverKey);
            agree(SharedList.DIBAO, FIELDS);
            Map<String, String> settings = settings(folder, system, machine);
            office.settings(settings);
            people(office);
            for (int month = 1; month <= MONTHS; month++) {
                roll(month);
                register(office, month);
                if (month == 2) {
                    powerFails(office, settings);
                }
                assertThat(office.work(today.date().toString())).startsWith("done lists=1 ");
                read();
                look(month);
                if (month > HELPED) {
                    federation.month(lifted(month).stream().collect(Collectors.toMap(Head::household, Head::idNumber)));
                }
                today.forward(30);
            }
            assertThat(office.work(today.date().toString())).startsWith("done lists=0 ");
            read();
            ours();
            told(office.memory());
            federation.checks(
                    requests,
                    heads.subList(30, 33).stream().map(Head::household).toList());
            signed(office.memory());
            theirs(office.memory(), registered);
            federation.check();
        }
    }

    /** Gaps open on the day of the list; for half a year the office says of each that its list is wrong, then it does not come to it. */
    private void look(int month) {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        long household = heads.get(REGISTER + month).household();
        as(Role.POVERTY_OFFICER, () -> {
            List<GapView> fresh = gaps.of(household).stream()
                    .filter(gap -> gap.openedOn().equals(today.date()))
                    .toList();
            if (month <= MONTHS / 2) {
                fresh.stream()
                        .filter(gap -> gap.owner() == Role.POVERTY_OFFICER)
                        .forEach(gap -> settle(gap, month));
            }
            return household;
        });
    }

    /** In the first month the office is wrong at first. */
    private void settle(GapView gap, int month) {
        if (month == 1) {
            gaps.settle(gap.id(), gap.version(), Outcome.NOT_MET, "去了两次都没有人");
            gaps.reopen(gap.id(), gap.version() + 1);
            gaps.settle(gap.id(), gap.version() + 2, Outcome.LIST_WRONG, "这一户不符合识别标准");
        } else {
            gaps.settle(gap.id(), gap.version(), Outcome.LIST_WRONG, "这一户不符合识别标准");
        }
    }

    /** What was signed for the other side, by its keys: an end that held no more is told as such, and stays. */
    private void signed(JsonNode memory) {
        List<String> rows = new ArrayList<>();
        memory.get("given").get("REGISTER").get("feedback").forEach(row -> rows.add(row.stringValue()));
        memory.get("given").get("LIFTED").get("feedback").forEach(row -> rows.add(row.stringValue()));
        assertThat(rows)
                .allMatch(row ->
                        row.matches("[0-9a-f]{32} " + COUNTY + "-(REGISTER|LIFTED)-CIVIL_AFFAIRS-\\d+\\.csv \\d+ .*"));
        assertThat(rows.subList(0, 3))
                .extracting(row -> row.replaceAll("^.* ([A-Z_]+) [0-9-]+ [0-9-]+ [0-9-]* ?([A-Z_]+)$", "$1 $2"))
                .containsExactly("NOT_MET TOLD", "OPENED_AGAIN RUNNING", "LIST_WRONG TOLD");
        assertThat(rows.subList(0, 3))
                .extracting(row -> row.substring(0, 32))
                .containsOnly(rows.get(0).substring(0, 32));
        List<String> ended = new ArrayList<>();
        memory.get("gaps").forEach(gap -> ended.add(gap.stringValue()));
        assertThat(rows)
                .as("each end that the page shows was told once, and one twice")
                .hasSize(2
                        + (int) ended.stream()
                                .filter(gap -> gap.contains(" TOLD"))
                                .count());
    }

    /** What the other side heard of the gaps that came of its rows, which it names by its own keys. */
    private void told(JsonNode memory) {
        List<String> told = new ArrayList<>();
        memory.get("gaps").forEach(gap -> told.add(gap.stringValue()));
        assertThat(told).isNotEmpty().allMatch(gap -> gap.matches("[0-9a-f]{32} [A-Z_]+ ([A-Z_]+ )?[A-Z_]+"));
        assertThat(told).anyMatch(gap -> gap.endsWith("LIST_WRONG TOLD")).anyMatch(gap -> gap.endsWith(" LATE"));
        List<ListGap> late = as(Role.POVERTY_OFFICER, () -> listGaps.list(0)).stream()
                .filter(gap -> gap.clock(today.date()) == ListGap.Clock.LATE)
                .toList();
        assertThat(late)
                .hasSize((int) told.stream().filter(g -> g.endsWith(" LATE")).count());
        assertThat(as(Role.POVERTY_OFFICER, () -> listGaps.list(0)).get(0).clock(today.date()))
                .as("the late ones first")
                .isEqualTo(ListGap.Clock.LATE);
        assertThat(as(Role.COUNTY_OFFICER, () -> listGaps.list(0)))
                .as("another department's lists")
                .isEmpty();
    }

    /** Cut off in the middle of a file, the office goes on where it was. */
    private void powerFails(OtherSide office, Map<String, String> settings) throws Exception {
        Map<String, String> weak = new HashMap<>(settings);
        weak.putAll(Map.of("piece", "300", "die-after", "2"));
        office.settings(weak);
        assertThat(office.work(today.date().toString())).isEmpty();
        assertThat(office.unfinished())
                .singleElement()
                .satisfies(file -> assertThat(file).hasSize(600));
        office.settings(settings);
        office.again();
    }

    /** What the platform holds: each delivery answered in time, each row with what came of it, the register as the office keeps it. */
    private void ours() {
        List<Delivery> made = as(Role.COUNTY_OFFICER, () -> deliveries.all(0, 50)).stream()
                .filter(d -> d.channel().list() == SharedList.DIBAO)
                .toList();
        assertThat(made).hasSize(MONTHS).allSatisfy(d -> {
            assertThat(as(Role.COUNTY_OFFICER, () -> receipts.progress(d.id())).open())
                    .isZero();
            assertThat(d.clock().handledOn())
                    .isNotNull()
                    .isBeforeOrEqualTo(d.clock().handlingDue());
        });
        assertThat(answers(1)).containsExactly("ACCEPTED ");
        assertThat(answers(MISSPELT)).containsExactly("REFUSED WRONG_NAME");
        assertThat(answers(UNKNOWN)).containsExactly("REFUSED NOT_FOUND");
        assertThat(answers(DEAD)).containsExactly("REFUSED DIED");
    }

    private void theirs(JsonNode memory, Set<Long> registeredBefore) {
        Set<String> copy = new TreeSet<>();
        JsonNode list = memory.get("lists").get(COUNTY + "-DIBAO-POVERTY_OFFICE");
        list.propertyStream()
                .filter(e -> !e.getKey().isEmpty())
                .forEach(e -> e.getValue().forEach(cell -> {
                    if (cell.stringValue().matches("[0-9]{17}[0-9X]")) {
                        copy.add(cell.stringValue());
                    }
                }));
        Set<Long> onDibao = on(Roll.DIBAO);
        Set<String> truth = new TreeSet<>();
        heads.stream().filter(h -> onDibao.contains(h.household())).forEach(h -> truth.add(h.idNumber()));
        assertThat(copy).as("the office's copy of the dibao roll").isEqualTo(truth);
        assertThat(memory.get("chain").get(COUNTY + "-DIBAO-POVERTY_OFFICE").stringValue())
                .startsWith(MONTHS + " ");

        Set<Long> expected = new TreeSet<>(registeredBefore);
        for (int i = REGISTER; i <= REGISTER + MONTHS; i++) {
            expected.add(heads.get(i).household());
        }
        heads.subList(HELPED, MONTHS + 1).forEach(head -> expected.add(head.household()));
        assertThat(on(Roll.REGISTER)).as("nobody leaves by not being named").isEqualTo(expected);
        List<String> outcomes = new ArrayList<>();
        memory.get("outcomes").forEach(o -> outcomes.add(o.stringValue()));
        assertThat(outcomes)
                .hasSize(MONTHS + 2 + (MONTHS + 1 - HELPED) + lifted(MONTHS).size())
                .filteredOn(o -> !o.equals("ACCEPTED"))
                .containsExactly("REFUSED NOT_FOUND");
        assertThat(memory.get("given").get("REGISTER").get("version").intValue())
                .isEqualTo(MONTHS + 1);
        assertThat(memory.get("given").get("LIFTED").get("version").intValue()).isEqualTo(MONTHS + 1 - HELPED);
    }
}
