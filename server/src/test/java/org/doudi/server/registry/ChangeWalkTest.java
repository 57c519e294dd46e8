package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.Labour;
import org.doudi.server.TestDatabase;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.HouseholdChange.Leaving;
import org.doudi.server.registry.HouseholdChange.NewHeads;
import org.doudi.server.registry.HouseholdChange.Share;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Households come, go, split and merge, and nobody is lost or in two places. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ChangeWalkTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921102", "31");
    private static final LocalDate DAY = LocalDate.of(2017, 6, 20);
    private static final int FIRST = 20;

    @Autowired
    private Households households;

    @Autowired
    private HouseholdChanges changes;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void load() {
        TOWNSHIP.load(loader, households);
    }

    private static Evidence on(LocalDate day) {
        return new Evidence(day, "村里报告", "证明 2017-1");
    }

    private long id(int n) {
        return TOWNSHIP.id(households, n);
    }

    private HouseholdView view(long id) {
        return TOWNSHIP.as(() -> households.get(id));
    }

    private Household record(long id) {
        return TOWNSHIP.as(() -> households.record(id, DAY, today.now()));
    }

    private long carryOut(HouseholdChange change) {
        return TOWNSHIP.as(() -> changes.carryOut(change));
    }

    private void refused(HouseholdChange change, Reason reason) {
        assertThatThrownBy(() -> carryOut(change))
                .isInstanceOfSatisfying(
                        ChangeRefused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static String idNumber(LocalDate birth, int n) {
        String body = "410102" + birth.toString().replace("-", "") + "%03d".formatted(n);
        return NewPerson.checked(body);
    }

    private long withMembers(int least, int from) {
        for (int n = from; n < FIRST; n++) {
            long id = id(n);
            if (view(id).members().size() >= least) {
                return id;
            }
        }
        throw new IllegalStateException();
    }

    @Test
    @DisplayName("a split takes persons, their facts, income and a share along; a correction brings all of it back")
    void splitAndBack() {
        long id = withMembers(3, 1);
        HouseholdView was = view(id);
        Household before = record(id);
        Instant then = today.now();
        MemberView goes = was.members().get(2);
        Split split = new Split(id, goes);
        List<HouseholdChanges.Side> sides = TOWNSHIP.as(() -> changes.preview(split.of(100_00)));
        assertThat(sides).hasSize(2);
        assertThat(view(id)).isEqualTo(was);

        long founded = carryOut(split.of(100_00));
        Household rest = record(id);
        Household part = record(founded);
        assertThat(view(founded).headName()).isEqualTo(goes.name());
        assertThat(part.size()).isEqualTo(1);
        assertThat(rest.size()).isEqualTo(before.size() - 1);
        assertThat(sum(rest) + sum(part)).isEqualTo(sum(before));
        assertThat(part.assets().financialFen()).isEqualTo(100_00);
        assertThat(rest.assets().financialFen()).isEqualTo(before.assets().financialFen() - 100_00);
        assertThat(TOWNSHIP.as(() -> households.record(id, DAY, then))).isEqualTo(before);
        assertThat(TOWNSHIP.as(() -> changes.kin(founded, DAY, today.now()))).hasSize(1);
        assertThat(TOWNSHIP.as(() -> households.record(id, LocalDate.of(2017, 5, 31), today.now()))
                        .size())
                .isEqualTo(before.size());

        long change = TOWNSHIP.as(() -> changes.history(id)).get(0).id();
        TOWNSHIP.as(() -> {
            changes.correct(id, change, on(DAY));
            return id;
        });
        assertThat(record(id)).isEqualTo(before);
        assertThat(view(id).members()).isEqualTo(was.members());
        assertThat(view(founded).members()).isEmpty();
        assertThat(view(founded).dissolvedOn()).isNotNull();
        assertThat(TOWNSHIP.as(() -> changes.history(id)))
                .extracting(HouseholdChanges.Entry::kind)
                .startsWith(ChangeKind.CORRECTION, ChangeKind.SPLIT);
    }

    private record Split(long id, MemberView goes) {
        HouseholdChange of(long fen) {
            return new HouseholdChange.Split(
                    id,
                    on(LocalDate.of(2017, 6, 1)),
                    new Leaving(Set.of(goes.person()), new NewHeads(goes.person(), Map.of())),
                    null,
                    new Share(fen, 0, 0, 0),
                    "");
        }
    }

    private static long sum(Household h) {
        return h.income().stream().mapToLong(IncomeEntry::fen).sum();
    }

    @Test
    @DisplayName("what cannot be is refused with its reason, and nothing is written")
    void refusals() {
        long id = withMembers(2, 10);
        HouseholdView was = view(id);
        long head = was.members().get(0).person();
        long second = was.members().get(1).person();
        LocalDate june = LocalDate.of(2017, 6, 1);
        refused(new HouseholdChange.Death(id, on(june), head, null), Reason.HEAD_NEEDED);
        refused(new HouseholdChange.Death(id, on(DAY.plusDays(1)), second, null), Reason.IN_THE_FUTURE);
        refused(new HouseholdChange.Death(id, on(LocalDate.of(2001, 1, 1)), second, null), Reason.BEFORE_MEMBERSHIP);
        refused(new HouseholdChange.Death(id, on(june), 1L, null), Reason.NOT_A_MEMBER);
        refused(new HouseholdChange.NewHead(id, on(june), new NewHeads(head, Map.of())), Reason.HEAD_ALREADY);
        Set<Long> all =
                Set.copyOf(was.members().stream().map(MemberView::person).toList());
        refused(
                new HouseholdChange.Split(
                        id, on(june), new Leaving(all, new NewHeads(head, Map.of())), null, new Share(0, 0, 0, 0), ""),
                Reason.NOBODY_LEFT);
        refused(
                new HouseholdChange.Split(
                        id,
                        on(june),
                        new Leaving(Set.of(second), new NewHeads(second, Map.of())),
                        null,
                        new Share(0, 99, 0, 0),
                        ""),
                Reason.TOO_MUCH);
        refused(new HouseholdChange.Merge(id, on(june), id, Map.of()), Reason.SAME_HOUSEHOLD);
        refused(new HouseholdChange.Move(id, on(june), "210921100202", "他处"), Reason.OUT_OF_AREA);
        String taken = TOWNSHIP.persons().get(1).split(",", -1)[4];
        refused(
                new HouseholdChange.Arrival(
                        id,
                        on(june),
                        ChangeKind.MARRIAGE,
                        new NewPerson("佟丽", taken, Relation.DAUGHTER_IN_LAW, Labour.FULL),
                        null),
                Reason.ID_NUMBER_TAKEN);
        assertThat(view(id)).isEqualTo(was);
        assertThat(TOWNSHIP.as(() -> changes.history(id))).isEmpty();
    }

    @Test
    @DisplayName("a move inside the area changes where the household lives from that day on, and not before")
    void move() {
        long id = withMembers(1, 15);
        Household before = record(id);
        Instant then = today.now();
        String there = TOWNSHIP.code() + "203";
        carryOut(new HouseholdChange.Move(id, on(LocalDate.of(2017, 6, 10)), there, "3组8号"));
        assertThat(view(id).village()).isEqualTo(there);
        assertThat(view(id).address()).isEqualTo("3组8号");
        assertThat(record(id).village()).isEqualTo(there);
        assertThat(TOWNSHIP.as(() -> households.record(id, LocalDate.of(2017, 6, 9), today.now()))
                        .village())
                .isEqualTo(TOWNSHIP.village());
        assertThat(TOWNSHIP.as(() -> households.record(id, DAY, then))).isEqualTo(before);
    }

    /** What was believed of all households at a moment. */
    private record Memory(Instant moment, Map<Long, Household> records) {}

    private Memory remember(List<Long> ids) {
        Instant moment = today.now();
        Map<Long, Household> records = new HashMap<>();
        for (long id : ids) {
            TOWNSHIP.as(() -> households.find(id, DAY, moment))
                    .filter(v -> !v.members().isEmpty())
                    .ifPresent(v -> records.put(id, TOWNSHIP.as(() -> households.record(id, DAY, moment))));
        }
        return new Memory(moment, records);
    }

    @Test
    @DisplayName("after any walk of changes every living person is in exactly one household, each has exactly one head,"
            + " and what was known at a past moment is what was known")
    void walk() {
        Random dice = new Random(20170630);
        List<Long> ids = new ArrayList<>();
        for (int n = FIRST; n < FIRST + 9; n++) {
            ids.add(id(n));
        }
        List<Memory> memories = new ArrayList<>();
        Map<ChangeKind, Integer> done = new HashMap<>();
        int refused = 0;
        for (int step = 0; step < 100; step++) {
            if (step % 25 == 0) {
                memories.add(remember(ids));
            }
            long id = ids.get(dice.nextInt(ids.size()));
            try {
                step(dice, step, id, ids, done);
            } catch (ChangeRefused e) {
                refused++;
            }
            if (step % 20 == 19) {
                holds();
            }
        }
        holds();
        for (Memory memory : memories) {
            memory.records()
                    .forEach((id, record) -> assertThat(TOWNSHIP.as(() -> households.record(id, DAY, memory.moment())))
                            .isEqualTo(record));
        }
        assertThat(refused).as("not every step can be made").isBetween(5, 80);
        assertThat(done)
                .containsKeys(
                        ChangeKind.BIRTH,
                        ChangeKind.DEATH,
                        ChangeKind.NEW_HEAD,
                        ChangeKind.SPLIT,
                        ChangeKind.MERGE,
                        ChangeKind.MOVE,
                        ChangeKind.SAME_PERSON,
                        ChangeKind.CORRECTION);
    }

    private void step(Random dice, int step, long id, List<Long> ids, Map<ChangeKind, Integer> done) {
        List<MemberView> members = view(id).members();
        if (members.isEmpty()) {
            return;
        }
        LocalDate day = LocalDate.of(2017, 1, 2).plusDays(step);
        MemberView one = members.get(dice.nextInt(members.size()));
        MemberView two = members.get(dice.nextInt(members.size()));
        ChangeKind kind = ChangeKind.values()[dice.nextInt(ChangeKind.values().length)];
        switch (kind) {
            case BIRTH, ADOPTION ->
                carryOut(new HouseholdChange.Arrival(
                        id,
                        on(day),
                        ChangeKind.BIRTH,
                        new NewPerson("新生" + step, idNumber(day, step), Relation.SON, Labour.NONE),
                        one.person()));
            case MARRIAGE ->
                carryOut(new HouseholdChange.Arrival(
                        id,
                        on(day),
                        kind,
                        new NewPerson(
                                "新人" + step,
                                idNumber(LocalDate.of(1990, 3, 4), step),
                                Relation.DAUGHTER_IN_LAW,
                                Labour.FULL),
                        null));
            case DEATH ->
                carryOut(new HouseholdChange.Death(
                        id, on(day), one.person(), one.equals(two) ? null : new NewHeads(two.person(), Map.of())));
            case DEPARTURE ->
                carryOut(new HouseholdChange.Departure(
                        id, on(day), one.person(), one.equals(two) ? null : new NewHeads(two.person(), Map.of())));
            case RETURN -> {
                for (HouseholdChanges.Away away : TOWNSHIP.as(() -> changes.away(id))) {
                    carryOut(new HouseholdChange.Return(id, on(day), away.person(), Relation.OTHER));
                }
            }
            case MOVE ->
                carryOut(new HouseholdChange.Move(
                        id, on(day), TOWNSHIP.code() + (dice.nextBoolean() ? "202" : "203"), dice.nextInt(9) + "组"));
            case NEW_HEAD -> carryOut(new HouseholdChange.NewHead(id, on(day), new NewHeads(one.person(), Map.of())));
            case SPLIT ->
                ids.add(carryOut(new HouseholdChange.Split(
                        id,
                        on(day),
                        new Leaving(
                                Set.copyOf(List.of(one.person(), two.person())), new NewHeads(one.person(), Map.of())),
                        new NewHeads(members.get(members.size() - 1).person(), Map.of()),
                        new Share(0, 0, 0, 0),
                        "")));
            case MERGE -> carryOut(new HouseholdChange.Merge(id, on(day), ids.get(dice.nextInt(ids.size())), Map.of()));
            case KIN -> carryOut(new HouseholdChange.Kin(id, on(day), one.person(), two.person(), Relation.SIBLING));
            case SAME_PERSON -> carryOut(new HouseholdChange.SamePerson(id, on(day), one.person(), id, two.person()));
            case CORRECTION -> {
                List<HouseholdChanges.Entry> history = TOWNSHIP.as(() -> changes.history(id));
                if (history.isEmpty()) {
                    return;
                }
                TOWNSHIP.as(() -> {
                    if (history.get(0).kind() == ChangeKind.SAME_PERSON) {
                        changes.part(id, history.get(0).id(), on(day));
                    } else {
                        changes.correct(id, history.get(0).id(), on(day));
                    }
                    return id;
                });
            }
        }
        done.merge(kind, 1, Integer::sum);
    }

    private long count(String sql) {
        return TOWNSHIP.as(
                () -> transaction.execute(t -> jdbc.sql(sql).query(Long.class).single()));
    }

    private void holds() {
        String open = "(select * from registry.membership where known_to is null and valid_to is null)";
        assertThat(count("select count(*) from (select person from " + open
                        + " m group by person having count(*) > 1) twice"))
                .isZero();
        assertThat(count(
                        "select count(*) from registry.person p where death is null and same_as is null and not exists (select from "
                                + open
                                + " m where m.person = p.id) and exists (select from registry.membership k where k.person = p.id"
                                + " and k.known_to is null) and not exists (select from registry.change c"
                                + " where c.person = p.id and c.kind = 'DEPARTURE')"))
                .isZero();
        assertThat(count("select count(*) from " + open + " m join registry.person p on p.id = m.person"
                        + " where p.death is not null"))
                .isZero();
        assertThat(count("select count(*) from (select household from " + open
                        + " m group by household having count(*) filter (where relation = '户主') <> 1) headless"))
                .isZero();
        assertThat(count("select count(*) from registry.household h where dissolved_on is null and not exists (select"
                        + " from " + open + " m where m.household = h.id and m.person = h.head and m.relation = '户主')"))
                .isZero();
        assertThat(count("select count(*) from registry.household h where dissolved_on is not null and exists"
                        + " (select from " + open + " m where m.household = h.id)"))
                .isZero();
        assertThat(count("select count(*) from registry.fact f join registry.household h on h.id = f.household"
                        + " where f.village <> h.village"))
                .as("facts stand where their household lives")
                .isZero();
    }
}
