package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doudi.server.matching.FamilyEvents.county;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterState;
import org.doudi.server.ApartDatabase;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.FamilyEvents.Event;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of a township: what happens to families, lists with dirt, standards that move, and offices that mend what is found. */
@SpringBootTest(properties = "spring.application.name=doudi-year")
@ContextConfiguration(initializers = ApartDatabase.class)
class SimulatedYearTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921104", "45");
    private static final int HOUSEHOLDS = 40;
    private static final int WEEKS = 52;
    private static final int EVENTS_A_WEEK = 5;
    private static final int WEEKS_A_LIST = 4;

    @Autowired
    private Households households;

    @Autowired
    private HouseholdChanges changes;

    @Autowired
    private Facts facts;

    @Autowired
    private Rolls rolls;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private ListImports imports;

    @Autowired
    private ListGaps listGaps;

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Gaps gaps;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Random dice = new Random(2017);
    private final Map<Event, Integer> happened = new EnumMap<>(Event.class);

    private FamilyEvents families;
    private MonthlyLists lists;
    private OtherMonthlyLists others;
    private SentLists sent;

    @BeforeEach
    void begin() {
        families = new FamilyEvents(households, changes, facts, today, TOWNSHIP, dice);
        sent = new SentLists(imports, today);
        lists = new MonthlyLists(sent, families, rolls, today, TOWNSHIP);
        others = new OtherMonthlyLists(sent, families, rolls, today, TOWNSHIP);
    }

    private List<Gap> byRules(long household) {
        return families.byRules(household);
    }

    private void look() {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private boolean happens(Event event, long household) {
        return switch (event) {
            case WRONGLY_ON_DIBAO -> wrongly(household);
            case DROPPED_FROM_DIBAO -> dropped(household);
            default -> families.happens(event, household);
        };
    }

    private boolean on(long household, Roll roll) {
        return county(() -> rolls.of(household, today.date())).stream().anyMatch(e -> e.roll() == roll);
    }

    /** A list says somebody gets dibao whom the rules do not give it: that gap has to open. */
    private boolean wrongly(long household) {
        if (!byRules(household).isEmpty() || on(household, Roll.DIBAO) || on(household, Roll.REGISTER)) {
            return false;
        }
        enter(household, RollEntry.dibao(today.date(), 20_000));
        look();
        assertThat(standing(household)).extracting(GapView::kind).contains(Gap.Kind.DUE_TO_LEAVE_DIBAO);
        return true;
    }

    /** A list leaves out somebody who is owed dibao: that gap has to open. */
    private boolean dropped(long household) {
        if (!byRules(household).isEmpty() || !on(household, Roll.DIBAO)) {
            return false;
        }
        leave(household, Roll.DIBAO, null);
        look();
        // in gradual exit the roll itself is what carries dibao on
        assertThat(standing(household))
                .extracting(GapView::kind)
                .containsAnyOf(Gap.Kind.MISSING_FROM_DIBAO, Gap.Kind.MISSING_FROM_REGISTER, Gap.Kind.FALLEN_BACK);
        return true;
    }

    private void enter(long household, RollEntry entry) {
        county(() -> {
            rolls.enter(household, entry, today.date(), "名单", "模拟的一年");
            return entry;
        });
    }

    private void leave(long household, Roll roll, @Nullable Long person) {
        county(() -> {
            rolls.leave(household, roll, person, today.date(), "名单", "模拟的一年");
            return roll;
        });
    }

    private List<GapView> standing(long household) {
        return county(() -> gaps.of(household));
    }

    /** The gaps that stand are the rules' own, each opened on the day of what caused it, with an office and a day. */
    private void asByRules(long household, Map<Long, LocalDate> opened) {
        List<GapView> standing = standing(household);
        assertThat(standing)
                .extracting(GapView::kind)
                .containsExactlyInAnyOrderElementsOf(
                        byRules(household).stream().map(Gap::kind).toList());
        for (GapView gap : standing) {
            LocalDate first = opened.putIfAbsent(gap.id(), today.date());
            assertThat(gap.openedOn()).as("within a day").isEqualTo(first == null ? today.date() : first);
            assertThat(gap.owner()).isNotNull();
            assertThat(gap.dueOn()).isAfter(gap.openedOn());
        }
    }

    /** The office does what the rules ask. */
    private void mend(long household) {
        for (int round = 0; round < 8; round++) {
            List<Gap> found = byRules(household);
            if (found.isEmpty()) {
                break;
            }
            Gap gap = found.get(0);
            Long person = gap.memberId() == null
                    ? null
                    : families.view(household)
                            .member(Objects.requireNonNull(gap.memberId()))
                            .person();
            LocalDate day = today.date();
            switch (gap.kind()) {
                case MISSING_FROM_DIBAO -> enter(household, RollEntry.dibao(day, 20_000));
                case DUE_TO_LEAVE_DIBAO -> leave(household, Roll.DIBAO, null);
                case MISSING_FROM_REGISTER, FALLEN_BACK ->
                    enter(household, RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false)));
                case DUE_TO_LEAVE_REGISTER ->
                    enter(household, RollEntry.register(new RollEntry.Register(RegisterState.LIFTED, day, false)));
                case MISSING_FROM_TEKUN ->
                    enter(household, RollEntry.of(Roll.TEKUN, Objects.requireNonNull(person), day));
                case DUE_TO_LEAVE_TEKUN -> leave(household, Roll.TEKUN, person);
                case MISSING_LIVING_ALLOWANCE ->
                    enter(household, RollEntry.of(Roll.LIVING_ALLOWANCE, Objects.requireNonNull(person), day));
                case DUE_TO_LEAVE_LIVING_ALLOWANCE -> leave(household, Roll.LIVING_ALLOWANCE, person);
                case MISSING_CARE_ALLOWANCE ->
                    enter(household, RollEntry.of(Roll.CARE_ALLOWANCE, Objects.requireNonNull(person), day));
                case DUE_TO_LEAVE_CARE_ALLOWANCE -> leave(household, Roll.CARE_ALLOWANCE, person);
            }
        }
    }

    private long count(String state) {
        return county(() -> transaction.execute(
                t -> jdbc.sql("select count(*) from matching.gap where village like '210921104%' and state " + state)
                        .query(Long.class)
                        .single()));
    }

    @Test
    @DisplayName(
            "1.2-3 2.4-1 a year of births, deaths, moves, jobs, illness and wrong lists ends with the rolls as the rules say")
    void year() {
        TOWNSHIP.load(loader, households);
        List<Long> all = new ArrayList<>();
        for (int n = 1; n <= HOUSEHOLDS; n++) {
            all.add(TOWNSHIP.id(households, n));
        }
        Map<Long, LocalDate> opened = new HashMap<>();
        look();
        all.forEach(household -> asByRules(household, opened));
        all.forEach(this::mend);
        look();
        LocalDate begin = today.date();

        for (int week = 0; week < WEEKS; week++) {
            today.forward(7);
            // the night of a new day: a standard or a line may have moved
            recalculation.all();
            look();
            all.forEach(household -> asByRules(household, opened));
            if (week % WEEKS_A_LIST == 0) {
                lists.arrive(all);
                look();
                all.forEach(household -> asByRules(household, opened));
                lists.unentitled()
                        .ifPresent(household -> assertThat(standing(household))
                                .extracting(GapView::kind)
                                .contains(Gap.Kind.DUE_TO_LEAVE_DIBAO));
                others.arrive(all);
                look();
                all.forEach(household -> asByRules(household, opened));
                others.unentitled()
                        .forEach((household, kind) -> assertThat(standing(household))
                                .extracting(GapView::kind)
                                .contains(kind));
            }
            for (int i = 0; i < EVENTS_A_WEEK; i++) {
                Event event = Event.values()[dice.nextInt(Event.values().length)];
                long household = all.get(dice.nextInt(all.size()));
                if (happens(event, household)) {
                    happened.merge(event, 1, Integer::sum);
                    look();
                    asByRules(household, opened);
                }
            }
            // offices mend most at once, the rest a week later
            all.stream().filter(household -> dice.nextInt(4) > 0).forEach(this::mend);
            look();
        }

        all.forEach(this::mend);
        look();
        assertThat(today.date()).isEqualTo(begin.plusWeeks(WEEKS));
        assertThat(happened.keySet()).containsExactlyInAnyOrder(Event.values());
        for (long household : all) {
            assertThat(byRules(household)).as("household " + household).isEmpty();
            assertThat(standing(household)).isEmpty();
        }
        families.planted(all);
        told();
        assertThat(count("<> 'CLOSED'")).isZero();
        assertThat(count("= 'CLOSED'")).isGreaterThan(50);
        assertThat(opened).hasSizeGreaterThan(40);
    }

    /** Of each household that a list put on dibao without right, the list's department hears that it was mended; no row waits for anybody. */
    private void told() {
        sent.settled();
        assertThat(others.dirt()).containsOnlyKeys(ListKind.TEKUN, ListKind.ALLOWANCES, ListKind.REGISTER);
        others.dirt().forEach((kind, times) -> heard(kind, times));
        assertThat(lists.dirt()).containsOnlyKeys(MonthlyLists.Dirt.values());
        heard(ListKind.DIBAO, lists.dirt().getOrDefault(MonthlyLists.Dirt.NOT_ENTITLED, 0));
    }

    /** Of one kind of lists. */
    private void heard(ListKind kind, int wrong) {
        Role role = switch (kind.department()) {
            case POVERTY_OFFICE -> Role.POVERTY_OFFICER;
            case DISABLED_FEDERATION -> Role.DISABLED_FEDERATION_OFFICER;
            default -> Role.COUNTY_OFFICER;
        };
        List<ListGap> heard = RegistryFixture.as(role, "210921", () -> listGaps.list(0)).stream()
                .filter(gap -> gap.list() == kind)
                .toList();
        assertThat(heard)
                .as(kind + " wrong " + wrong + " times")
                .hasSizeGreaterThanOrEqualTo(wrong)
                .allSatisfy(gap -> {
                    assertThat(gap.endedOn()).isNotNull();
                    assertThat(gap.clock(today.date())).isEqualTo(ListGap.Clock.TOLD);
                });
    }
}
