package org.doudi.server.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.doudi.policy.Household;
import org.doudi.policy.JobMode;
import org.doudi.policy.Member.Trait;
import org.doudi.server.changes.ChangeReport.State;
import org.doudi.server.changes.ReportRefused.Cause;
import org.doudi.server.changes.ReportRefused.Fault;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.CountyDesk;
import org.doudi.server.registry.FactView;
import org.doudi.server.registry.HouseholdChanges.Side;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.KnownSince;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.Relation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports on a real database: tried without a trace, sent once, accepted by somebody else, and only then recorded. */
class ChangeReportsTest extends CountyDesk {
    @Autowired
    private ChangeReports reports;

    @Autowired
    private KnownSince known;

    @Autowired
    private Relatives relatives;

    @Autowired
    private Accounts accounts;

    private <T> T village(HouseholdView household, Supplier<T> work) {
        return as(Role.VILLAGE_ASSISTANT, household.village(), work);
    }

    /** A household of some members that nothing was reported of yet, and that no case holds. */
    private HouseholdView household(int members) {
        List<Long> ids = county(() -> transaction.execute(t -> jdbc.sql("select h.id from registry.household h"
                        + " where dissolved_on is null and not exists (select from changes.report r where r.household = h.id)"
                        + " and not exists (select from casework.case_file c where c.household = h.id) order by id")
                .query(Long.class)
                .list()));
        return ids.stream()
                .map(id -> county(() -> households.get(id)))
                .filter(h -> h.members().size() >= members)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> typed(String... pairs) {
        Map<String, String> typed = new HashMap<>(Map.of("on", today.date().toString(), "document", "村委会证明"));
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return typed;
    }

    private long send(HouseholdView household, ReportKind kind, String... pairs) {
        return village(
                household,
                () -> reports.send(
                        UUID.randomUUID().toString(),
                        household.id(),
                        known.stamp(household.id()),
                        Told.of(kind, typed(pairs))));
    }

    private void accept(HouseholdView household, long id) {
        county(() -> {
            ChangeReport report = reports.get(id).report();
            reports.accept(id, report.version(), known.stamp(household.id()));
            return id;
        });
    }

    private Household record(HouseholdView household) {
        return county(() -> households.record(household.id(), today.date(), today.now()));
    }

    private static MemberView last(HouseholdView household) {
        return household.members().get(household.members().size() - 1);
    }

    private static String id(MemberView member) {
        return Long.toString(member.person());
    }

    private static void refused(Cause cause, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ReportRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    @Test
    @DisplayName(
            "2.4-2 what accepting a report would do is shown without anything being written, and is what it does then")
    void shownThenDone() {
        HouseholdView family = household(2);
        String before = county(() -> known.stamp(family.id()));
        Told illness = Told.of(
                ReportKind.ILLNESS, typed("person", id(last(family)), "illness", "BEDRIDDEN", "cost", "12000.50"));
        Side shown = village(family, () -> reports.outlook(family.id(), illness));
        assertThat(county(() -> known.stamp(family.id())))
                .as("nothing is written")
                .isEqualTo(before);
        long id = send(
                family, ReportKind.ILLNESS, "person", id(last(family)), "illness", "BEDRIDDEN", "cost", "12000.50");
        assertThat(county(() -> known.stamp(family.id())))
                .as("sending writes no fact")
                .isEqualTo(before);
        ChangeReport sent = county(() -> reports.get(id).report());
        assertThat(sent.owner()).isEqualTo(Role.COUNTY_OFFICER);
        assertThat(sent.left()).isEqualTo(5);
        accept(family, id);
        assertThat(record(family))
                .isEqualTo(Objects.requireNonNull(shown.after()).record());
        assertThat(record(family).members()).anyMatch(m -> m.is(Trait.BEDRIDDEN) && m.is(Trait.SERIOUSLY_ILL));
        FactView fact = county(() -> facts.history(family.id())).get(0);
        assertThat(fact.source()).contains(sent.receipt()).contains("村委会证明");
        assertThat(fact.validFrom()).isEqualTo(today.date());
    }

    @Test
    @DisplayName("2.4-2 each kind of report is recorded as what it says")
    void kinds() {
        HouseholdView family = household(3);
        String someone = id(last(family));
        accept(
                family,
                send(family, ReportKind.JOB, "person", someone, "mode", "OUTSIDE", "months", "7", "yuan", "21000"));
        assertThat(record(family).members())
                .anySatisfy(m -> assertThat(m.job())
                        .isNotNull()
                        .satisfies(j -> assertThat(j.mode()).isEqualTo(JobMode.OUTSIDE)));
        assertThat(record(family).income()).anyMatch(e -> e.fen() == 2_100_000);
        accept(family, send(family, ReportKind.JOB, "person", someone, "mode", "NONE"));
        assertThat(record(family).income()).noneMatch(e -> e.fen() == 2_100_000);
        accept(family, send(family, ReportKind.VEHICLE, "cars", "2"));
        accept(family, send(family, ReportKind.HOUSE, "houses", "3"));
        assertThat(record(family).assets().cars()).isEqualTo(2);
        assertThat(record(family).assets().houses()).isEqualTo(3);
        int size = family.members().size();
        accept(family, send(family, ReportKind.PRISON, "person", someone));
        assertThat(record(family).size()).isEqualTo(size - 1);
        assertThat(county(() -> changes.away(family.id())))
                .anyMatch(a -> id(last(family)).equals("" + a.person()));
        accept(family, send(family, ReportKind.RELEASE, "away", someone, "relation", "SON"));
        assertThat(record(family).size()).isEqualTo(size);
        String born = NewPerson.checked("210921" + today.date().toString().replace("-", "") + "077");
        accept(family, send(family, ReportKind.BIRTH, "name", "包小满", "idNumber", born, "relation", "GRANDSON"));
        String bride = NewPerson.checked("21092119900304078");
        accept(
                family,
                send(
                        family,
                        ReportKind.MARRIAGE,
                        "name",
                        "李小雪",
                        "idNumber",
                        bride,
                        "relation",
                        Relation.DAUGHTER_IN_LAW.name(),
                        "labour",
                        "FULL"));
        assertThat(record(family).size()).isEqualTo(size + 2);
        accept(family, send(family, ReportKind.DEATH, "person", someone));
        assertThat(record(family).size()).isEqualTo(size + 1);
        accept(family, send(family, ReportKind.MOVE, "village", family.village(), "address", "7组"));
        assertThat(county(() -> households.get(family.id())).address()).isEqualTo("7组");
    }

    @Test
    @DisplayName("2.4-2 the same form sent twice is one report, and its key is no use to anybody else")
    void once() {
        HouseholdView family = household(2);
        String key = UUID.randomUUID().toString();
        Told told = Told.of(ReportKind.VEHICLE, typed("cars", "1"));
        String stamp = county(() -> known.stamp(family.id()));
        long first = village(family, () -> reports.send(key, family.id(), stamp, told));
        assertThat(village(family, () -> reports.send(key, family.id(), stamp, told)))
                .isEqualTo(first);
        refused(
                Cause.KEY,
                () -> as(
                        Role.TOWNSHIP_CLERK,
                        family.village().substring(0, 9),
                        () -> reports.send(key, family.id(), stamp, told)));
        refused(Cause.KEY, () -> village(family, () -> reports.send("1", family.id(), stamp, told)));
        refused(
                Cause.NOTHING,
                () -> as(
                        Role.VILLAGE_ASSISTANT,
                        "210922100201",
                        () -> reports.send(UUID.randomUUID().toString(), family.id(), stamp, told)));
        refused(Cause.NOTHING, () -> as(Role.COUNTY_OFFICER, "210922", () -> reports.get(first)));
        refused(
                Cause.OTHER_HANDS,
                () -> as(
                        Role.POVERTY_OFFICER,
                        COUNTY,
                        () -> reports.send(UUID.randomUUID().toString(), family.id(), stamp, told)));
    }

    @Test
    @DisplayName(
            "2.4-2 who fills in a form while the household changes is told so before sending, and before accepting")
    void meanwhile() {
        HouseholdView family = household(2);
        String old = county(() -> known.stamp(family.id()));
        Told told = Told.of(ReportKind.HOUSE, typed("houses", "2"));
        accept(family, send(family, ReportKind.VEHICLE, "cars", "1"));
        String key = UUID.randomUUID().toString();
        refused(Cause.OVERTAKEN, () -> village(family, () -> reports.send(key, family.id(), old, told)));
        assertThat(county(() -> known.after(family.id(), old)))
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.words()).isEqualTo("registry.fact.ASSETS"));
        String seen = county(() -> known.stamp(family.id()));
        long id = village(family, () -> reports.send(key, family.id(), seen, told));
        refused(
                Cause.OVERTAKEN,
                () -> county(() -> {
                    reports.accept(id, 0, old);
                    return id;
                }));
        accept(family, id);
        refused(Cause.NOT_NOW, () -> accept(family, id));
    }

    @Test
    @DisplayName(
            "3.5-4 the office that answers for it decides, never who sent it nor a near relative; sent back it says why")
    void decided() {
        HouseholdView family = household(2);
        long id = send(family, ReportKind.VEHICLE, "cars", "1");
        String stamp = county(() -> known.stamp(family.id()));
        refused(
                Cause.OTHER_HANDS,
                () -> as(Role.TOWNSHIP_CLERK, family.village().substring(0, 9), () -> {
                    reports.accept(id, 0, stamp);
                    return id;
                }));
        Officer kin = accounts.create(
                        "kin-" + UUID.randomUUID().toString().substring(0, 8),
                        "王海燕",
                        Role.COUNTY_OFFICER,
                        new Area(COUNTY))
                .officer();
        relatives.declare(kin.id(), family.id(), Relatives.Kinship.OTHER);
        refused(
                Cause.NEAR_RELATIVE,
                () -> Scope.as(kin, () -> {
                    reports.accept(id, 0, stamp);
                    return id;
                }));
        refused(
                Cause.WORDS,
                () -> county(() -> {
                    reports.sendBack(id, 0, SentBack.NOT_PROVEN, "缺");
                    return id;
                }));
        county(() -> {
            reports.sendBack(id, 0, SentBack.NOT_PROVEN, "没有车辆登记证");
            return id;
        });
        assertThat(village(family, () -> reports.get(id).report())).satisfies(r -> {
            assertThat(r.state()).isEqualTo(State.SENT_BACK);
            assertThat(Objects.requireNonNull(r.end()).reason()).isEqualTo(SentBack.NOT_PROVEN);
        });
        assertThat(village(family, reports::waiting).back()).isPositive();
        long mine = send(family, ReportKind.VEHICLE, "cars", "1");
        village(family, () -> {
            reports.withdraw(mine, 0);
            return mine;
        });
        refused(Cause.NOT_NOW, () -> accept(family, mine));
        String content = county(() -> transaction.execute(
                t -> jdbc.sql("select encode(content_enc, 'escape') from changes.report where id = ?")
                        .param(id)
                        .query(String.class)
                        .single()));
        assertThat(content).doesNotContain("document");
    }

    @Test
    @DisplayName(
            "2.4-2 everything that is typed wrong is said at once, and what cannot be is refused before it is sent")
    void faults() {
        HouseholdView family = household(2);
        assertThatThrownBy(() -> village(
                        family,
                        () -> reports.outlook(
                                family.id(),
                                Told.of(ReportKind.JOB, Map.of("person", "x", "mode", "MOON", "yuan", "-3")))))
                .isInstanceOfSatisfying(
                        ReportRefused.class,
                        e -> assertThat(e.faults())
                                .contains(
                                        Fault.ON, Fault.DOCUMENT, Fault.PERSON, Fault.MODE, Fault.MONTHS, Fault.YUAN));
        for (String day : List.of("2099-01-01", "1066-10-14", "gestern", "")) {
            assertThatThrownBy(() -> village(
                            family,
                            () -> reports.outlook(
                                    family.id(), Told.of(ReportKind.VEHICLE, typed("cars", "1", "on", day)))))
                    .isInstanceOfSatisfying(
                            ReportRefused.class, e -> assertThat(e.faults()).containsExactly(Fault.ON));
        }
        refused(Cause.TOO_LONG, () -> Told.of(ReportKind.VEHICLE, typed("cars", "1".repeat(201))));
        MemberView head = family.members().stream()
                .filter(m -> m.relation().equals(Relation.HEAD.word()))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> send(family, ReportKind.PRISON, "person", id(head)))
                .isInstanceOfSatisfying(
                        ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(ChangeRefused.Reason.HEAD_NEEDED));
        assertThatThrownBy(() -> send(family, ReportKind.MOVE, "village", "210921999999", "address", "1组"))
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        e -> assertThat(e.reason()).isEqualTo(ChangeRefused.Reason.UNKNOWN_VILLAGE));
    }
}
