package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.doudi.policy.Gap;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.GapQuery.Tab;
import org.doudi.server.matching.GapRefused.Cause;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.MessageFile;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Gaps on a real database: found in sets, moved by the office that answers for them, ended by what changes. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class GapsTest {
    private static final String COUNTY = "210921";

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Gaps gaps;

    @Autowired
    private OwnMotion motion;

    @Autowired
    private Households households;

    @Autowired
    private Rolls rolls;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Today today;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
        drain();
    }

    private void drain() {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private static <T> T as(Role role, String area, Supplier<T> work) {
        return Scope.as(new Officer(new OfficerId(7000 + role.ordinal()), "g", "王海燕", role, new Area(area)), work);
    }

    private <T> T sql(Supplier<T> work) {
        return as(Role.COUNTY_OFFICER, COUNTY, () -> Objects.requireNonNull(transaction.execute(t -> work.get())));
    }

    private List<Long> all() {
        return sql(() -> jdbc.sql("select id from registry.household where dissolved_on is null order by id limit 60")
                .query(Long.class)
                .list());
    }

    private Map<String, GapView> standing(long household) {
        return as(Role.COUNTY_OFFICER, COUNTY, () -> gaps.of(household)).stream()
                .collect(Collectors.toMap(g -> g.kind() + " " + g.personName(), g -> g));
    }

    @Test
    @DisplayName("2.1-3 the gaps that are found in sets are the gaps of each household by itself")
    void sameAsOneByOne() {
        int some = 0;
        for (long household : all()) {
            List<String> alone = as(
                            Role.COUNTY_OFFICER, COUNTY, () -> households.assess(household, today.date(), today.now()))
                    .gaps()
                    .stream()
                    .map(g -> g.kind() + " " + name(household, g))
                    .sorted()
                    .toList();
            assertThat(standing(household).keySet().stream().sorted().toList())
                    .as("household " + household)
                    .isEqualTo(alone);
            some += alone.size();
        }
        assertThat(some).isPositive();
    }

    private String name(long household, Gap gap) {
        return String.valueOf(
                gap.memberId() == null
                        ? null
                        : as(Role.COUNTY_OFFICER, COUNTY, () -> households.get(household))
                                .member(gap.memberId())
                                .name());
    }

    /** A household that is on no roll of dibao and not to be there, put on the roll: it is due to leave. */
    private long onRollByMistake() {
        long household = all().stream()
                .filter(h -> standing(h).isEmpty())
                .filter(h -> as(Role.COUNTY_OFFICER, COUNTY, () -> rolls.of(h, today.date())).stream()
                        .noneMatch(e -> e.roll() == Roll.DIBAO || e.roll() == Roll.TEKUN))
                .filter(h -> as(Role.COUNTY_OFFICER, COUNTY, () -> households.assess(h, today.date(), today.now()))
                        .gaps()
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        as(Role.COUNTY_OFFICER, COUNTY, () -> {
            rolls.enter(household, RollEntry.dibao(today.date(), 20_000), today.date(), "test", "test");
            return household;
        });
        return household;
    }

    private void offRoll(long household) {
        as(Role.COUNTY_OFFICER, COUNTY, () -> {
            rolls.leave(household, Roll.DIBAO, null, today.date(), "test", "test");
            return household;
        });
        drain();
    }

    @Test
    @DisplayName("2.1-3 a household that cannot be looked at keeps nobody else from being looked at")
    void setAside() {
        long household = onRollByMistake();
        long other = all().stream().filter(h -> h != household).findFirst().orElseThrow();
        ApplicationListener<PayloadApplicationEvent<?>> broken = event -> {
            if (event.getPayload() instanceof HouseholdsLookedAt looked
                    && looked.households().contains(other)) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        recalculation.all();
        context.addApplicationListener(broken);
        try {
            drain();
            assertThat(recalculation.waiting()).isZero();
            assertThat(standing(household)).containsOnlyKeys("DUE_TO_LEAVE_DIBAO null");
        } finally {
            context.removeApplicationListener(broken);
        }
        offRoll(household);
        assertThat(standing(household)).isEmpty();
    }

    @Test
    @DisplayName("2.1-3 2.4-7 a change of a roll opens a gap with owner and deadline, and ends it again, once each")
    void openedAndEnded() {
        long household = onRollByMistake();
        drain();
        drain();
        Map<String, GapView> found = standing(household);
        assertThat(found).containsOnlyKeys("DUE_TO_LEAVE_DIBAO null");
        GapView gap = found.values().iterator().next();
        assertThat(gap.owner()).isEqualTo(Role.TOWNSHIP_CLERK);
        assertThat(gap.left()).isEqualTo(20);
        assertThat(gap.state()).isEqualTo(GapState.OPEN);
        offRoll(household);
        assertThat(standing(household)).isEmpty();
        assertThat(as(Role.COUNTY_OFFICER, COUNTY, () -> gaps.get(gap.id()))).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(GapState.CLOSED);
            assertThat(ended.outcome()).isEqualTo(Outcome.MENDED);
            assertThat(ended.closedOn()).isEqualTo(today.date());
        });
    }

    private static void refused(Cause cause, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        GapRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    @Test
    @DisplayName(
            "3.2-1 only the office that answers for a gap moves it, once; explained, it stays until rules and rolls agree")
    void moved() {
        long household = onRollByMistake();
        drain();
        GapView gap = standing(household).values().iterator().next();
        String township = gap.village().substring(0, 9);
        refused(
                Cause.OTHER_OFFICE,
                () -> as(Role.POVERTY_OFFICER, COUNTY, () -> {
                    gaps.take(gap.id(), gap.version());
                    return gap;
                }));
        refused(Cause.NO_GAP, () -> as(Role.TOWNSHIP_CLERK, "210922100", () -> gaps.get(gap.id())));
        as(Role.TOWNSHIP_CLERK, township, () -> {
            gaps.take(gap.id(), gap.version());
            return gap;
        });
        refused(
                Cause.OVERTAKEN,
                () -> as(Role.TOWNSHIP_CLERK, township, () -> {
                    gaps.take(gap.id(), gap.version());
                    return gap;
                }));
        refused(
                Cause.NOT_NOW,
                () -> as(Role.TOWNSHIP_CLERK, township, () -> {
                    gaps.reopen(gap.id(), gap.version() + 1);
                    return gap;
                }));
        refused(
                Cause.OVERTAKEN,
                () -> as(Role.TOWNSHIP_CLERK, township, () -> {
                    gaps.settle(gap.id(), gap.version(), Outcome.LIST_WRONG, "名单上写错了户");
                    return gap;
                }));
        for (String words : List.of("", "短", "长".repeat(501))) {
            refused(
                    Cause.WORDS,
                    () -> as(Role.TOWNSHIP_CLERK, township, () -> {
                        gaps.settle(gap.id(), gap.version() + 1, Outcome.LIST_WRONG, words);
                        return gap;
                    }));
        }
        refused(
                Cause.WORDS,
                () -> as(Role.TOWNSHIP_CLERK, township, () -> {
                    gaps.settle(gap.id(), gap.version() + 1, Outcome.MENDED, "机器才这样说");
                    return gap;
                }));
        as(Role.TOWNSHIP_CLERK, township, () -> {
            gaps.settle(gap.id(), gap.version() + 1, Outcome.LIST_WRONG, "名单上写错了户");
            return gap;
        });
        recalculation.all();
        drain();
        assertThat(standing(household).values())
                .as("it is not opened a second time")
                .singleElement()
                .satisfies(g -> assertThat(g.state()).isEqualTo(GapState.SETTLED));
        offRoll(household);
        assertThat(as(Role.TOWNSHIP_CLERK, township, () -> gaps.get(gap.id()))).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(GapState.CLOSED);
            assertThat(ended.outcome()).as("what the person said stays").isEqualTo(Outcome.LIST_WRONG);
        });
    }

    @Test
    @DisplayName("2.1-3 the office opens a case by itself, and the board counts what the lists hold")
    void caseAndBoard() {
        long household = onRollByMistake();
        drain();
        GapView gap = standing(household).values().iterator().next();
        String township = gap.village().substring(0, 9);
        String number = as(Role.TOWNSHIP_CLERK, township, () -> gaps.openCase(gap.id(), gap.version()));
        assertThat(as(Role.TOWNSHIP_CLERK, township, () -> gaps.get(gap.id()))).satisfies(g -> {
            assertThat(g.caseNumber()).isEqualTo(number);
            assertThat(g.state()).isEqualTo(GapState.IN_WORK);
        });
        GapQuery standing = new GapQuery(Gap.Kind.DUE_TO_LEAVE_DIBAO, Tab.STANDING, township);
        long listed = as(Role.TOWNSHIP_CLERK, township, () -> {
            long[] count = {0};
            gaps.export(standing, g -> count[0]++);
            return count[0];
        });
        for (Role role : List.of(Role.TOWNSHIP_CLERK, Role.CITY_SUPERVISOR, Role.STATISTICIAN)) {
            Board board = as(role, role == Role.TOWNSHIP_CLERK ? township : "2109", () -> gaps.board(9));
            assertThat(board.rows())
                    .filteredOn(r -> r.place().equals(township) && r.kind() == Gap.Kind.DUE_TO_LEAVE_DIBAO)
                    .singleElement()
                    .satisfies(r -> assertThat(r.standing()).isEqualTo(listed));
            assertThat(board.trend()).hasSize(12);
            assertThat(board.trend().get(11).day()).isEqualTo(today.date());
        }
        assertThat(as(Role.CITY_SUPERVISOR, "2109", () -> gaps.list(standing, 0)))
                .as("figures, not people")
                .isEmpty();
        assertThat(as(Role.TOWNSHIP_CLERK, "210922100", () -> gaps.board(9)).rows())
                .noneMatch(r -> r.place().startsWith(COUNTY));
        offRoll(household);
    }

    @Test
    @DisplayName("2.1-3 while the platform runs, a change is looked at by itself within a minute")
    void watched() throws InterruptedException {
        Watch watch = new Watch(recalculation, motion, today, new SimpleMeterRegistry(), Duration.ofMillis(200), false);
        watch.start();
        watch.serving();
        try {
            long household = onRollByMistake();
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (standing(household).isEmpty() && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            assertThat(standing(household)).containsOnlyKeys("DUE_TO_LEAVE_DIBAO null");
            assertThat(watch.isRunning()).isTrue();
            offRoll(household);
        } finally {
            watch.stop();
        }
        assertThat(watch.isRunning()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    @DisplayName("every code has its words")
    void words(String prefix, Enum<?>[] codes) {
        MessageFile.hasWords("matching", prefix, codes, "");
    }

    static List<Arguments> codes() {
        return List.of(
                Arguments.of("matching.kind.", Gap.Kind.values()),
                Arguments.of("matching.help.", Gap.Kind.values()),
                Arguments.of("matching.state.", GapState.values()),
                Arguments.of("matching.outcome.", Outcome.values()),
                Arguments.of("matching.tab.", Tab.values()),
                Arguments.of("matching.refused.", Cause.values()));
    }
}
