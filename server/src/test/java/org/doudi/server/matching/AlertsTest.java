package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doudi.policy.Assessment;
import org.doudi.policy.Gap;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Job;
import org.doudi.policy.JobMode;
import org.doudi.policy.RegisterState;
import org.doudi.policy.SpendingItem;
import org.doudi.server.casework.Benefit;
import org.doudi.server.casework.CaseDecided;
import org.doudi.server.casework.Outcome;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Alert.End;
import org.doudi.server.matching.Alert.State;
import org.doudi.server.matching.Alert.Way;
import org.doudi.server.matching.GapRefused.Cause;
import org.doudi.server.registry.CountyDesk;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactContent.Disaster;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.MessageFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Alerts of those who were lifted out, on a real database. */
class AlertsTest extends CountyDesk {
    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Alerts alerts;

    @Autowired
    private Gaps gaps;

    @Autowired
    private Rolls rolls;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void drain() {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private void set(long household, FactContent content, LocalDate from) {
        county(() -> {
            facts.record(FactChange.of(household, content, from, "test"), "test");
            return household;
        });
    }

    /** A household without gaps, cases and illness that was lifted out half a year ago, with so much income a head. */
    private HouseholdView lifted(long perHead) {
        List<Long> ids = county(() -> transaction.execute(t -> jdbc.sql("select id from registry.household h"
                        + " where dissolved_on is null and not exists (select from registry.roll_entry e"
                        + " where e.household = h.id and e.known_to is null) and not exists (select from casework.case_file c"
                        + " where c.household = h.id) order by id")
                .query(Long.class)
                .list()));
        long id = ids.stream()
                .filter(h -> county(() -> gaps.of(h)).stream()
                        .allMatch(g ->
                                g.kind() == Gap.Kind.MISSING_FROM_REGISTER || g.kind() == Gap.Kind.MISSING_FROM_DIBAO))
                .findFirst()
                .orElseThrow();
        LocalDate since = today.date().minusMonths(6);
        set(id, new FactContent.Guaranteed(new Guarantees(true, true, true, true, true)), since);
        set(id, new FactContent.Spending(List.of()), since);
        income(id, perHead);
        county(() -> {
            rolls.enter(
                    id,
                    RollEntry.register(new RollEntry.Register(RegisterState.LIFTED, since, false)),
                    since,
                    "test",
                    "test");
            return id;
        });
        drain();
        return county(() -> households.get(id));
    }

    private Household record(long household) {
        return county(() -> households.record(household, today.date(), today.now()));
    }

    private void income(long household, long perHead) {
        Household now = record(household);
        set(
                household,
                new FactContent.Income(
                        List.of(new FactContent.IncomeLine(now.memberId(0), IncomeItem.FARMING, perHead * now.size()))),
                today.date().minusMonths(6));
    }

    private long line() {
        Assessment some = county(() -> households.assess(
                Objects.requireNonNull(transaction.execute(
                        t -> jdbc.sql("select min(id) from registry.household where dissolved_on is null")
                                .query(Long.class)
                                .single())),
                today.date(),
                today.now()));
        return some.parameters().povertyLine();
    }

    private List<Alert> of(HouseholdView household) {
        return county(() -> alerts.of(household.id()));
    }

    private static void refused(Cause cause, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        GapRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    @Test
    @DisplayName(
            "2.1-5 income near the line raises an alert, looked into and so it becomes a case, whose decision is its outcome")
    void toCase() {
        HouseholdView family = lifted(line() * 12 / 10);
        Alert alert = of(family).get(0);
        assertThat(of(family)).hasSize(1);
        assertThat(alert.reason()).isEqualTo(AlertReason.INCOME);
        assertThat(alert.limitFen()).isEqualTo(line() * family.members().size() * 3 / 2);
        assertThat(alert.left()).isEqualTo(5);
        assertThat(county(() -> gaps.of(family.id())))
                .as("not poor by the rules yet")
                .noneMatch(g -> g.kind() == Gap.Kind.FALLEN_BACK);
        String township = family.village().substring(0, 9);
        refused(Cause.NOT_NOW, () -> as(Role.TOWNSHIP_CLERK, township, () -> alerts.openCase(alert.id(), 0)));
        refused(Cause.NO_GAP, () -> as(Role.TOWNSHIP_CLERK, "210922100", () -> alerts.get(alert.id())));
        refused(Cause.OTHER_OFFICE, () -> county(() -> confirmed(alert.id(), "收入少了，看过存折")));
        refused(Cause.WORDS, () -> as(Role.VILLAGE_ASSISTANT, family.village(), () -> confirmed(alert.id(), "少")));
        as(Role.VILLAGE_ASSISTANT, family.village(), () -> confirmed(alert.id(), "收入少了，看过存折"));
        refused(
                Cause.OTHER_OFFICE,
                () -> as(Role.VILLAGE_ASSISTANT, family.village(), () -> alerts.openCase(alert.id(), 1)));
        String number = as(Role.TOWNSHIP_CLERK, township, () -> alerts.openCase(alert.id(), 1));
        income(family.id(), line() * 3);
        drain();
        assertThat(of(family)).as("in a case, it ends by the case").hasSize(1);
        county(() -> transaction.execute(t -> {
            events.publishEvent(new CaseDecided(
                    number,
                    family.id(),
                    family.village(),
                    today.date(),
                    today.date().withDayOfMonth(1).plusMonths(1),
                    List.of(new CaseDecided.Line(Benefit.REGISTER, "", null, Outcome.GRANTED, 0))));
            return number;
        }));
        Alert ended = county(() -> alerts.get(alert.id()));
        assertThat(ended.state()).isEqualTo(State.CLOSED);
        assertThat(ended.outcome()).isEqualTo(End.AIDED);
        assertThat(as(Role.TOWNSHIP_CLERK, township, () -> alerts.counts(township)))
                .filteredOn(c -> c.place().equals(family.village()))
                .singleElement()
                .satisfies(c -> assertThat(c.aided()).isPositive());
    }

    private long confirmed(long id, String words) {
        alerts.confirm(id, 0, Way.VISIT, words);
        return id;
    }

    @Test
    @DisplayName(
            "2.1-5 a large cost of illness and a lost job raise alerts; a false alarm stays until the figures are well")
    void figures() {
        HouseholdView family = lifted(line() * 3);
        assertThat(of(family)).isEmpty();
        Household now = record(family.id());
        long income = line() * 3 * now.size();
        set(
                family.id(),
                FactContent.Spending.with(now, 0, SpendingItem.MEDICAL_SELF_PAID, income * 4 / 10),
                today.date());
        drain();
        assertThat(of(family)).as("at the share").isEmpty();
        set(
                family.id(),
                FactContent.Spending.with(now, 0, SpendingItem.MEDICAL_SELF_PAID, income * 4 / 10 + 1),
                today.date());
        drain();
        Alert alert = of(family).get(0);
        assertThat(alert.reason()).isEqualTo(AlertReason.MEDICAL);
        assertThat(alert.figureFen()).isEqualTo(income * 4 / 10 + 1);
        as(Role.VILLAGE_TEAM, family.village(), () -> {
            alerts.falseAlarm(alert.id(), 0, Way.RECORDS, End.COVERED, "医保又报销了一次");
            return alert;
        });
        recalculation.all();
        drain();
        assertThat(of(family))
                .as("not raised a second time")
                .singleElement()
                .satisfies(a -> assertThat(a.state()).isEqualTo(State.FALSE_ALARM));
        set(family.id(), new FactContent.Spending(List.of()), today.date());
        drain();
        assertThat(of(family)).isEmpty();
        assertThat(county(() -> alerts.get(alert.id())).outcome()).isEqualTo(End.COVERED);

        long person = family.member(now.memberId(0)).person();
        job(family.id(), person, now, new Job(JobMode.COUNTY, 6), today.date().minusMonths(4));
        drain();
        assertThat(of(family)).isEmpty();
        job(family.id(), person, now, null, today.date());
        drain();
        assertThat(of(family))
                .singleElement()
                .satisfies(a -> assertThat(a.reason()).isEqualTo(AlertReason.JOB_LOST));
        job(family.id(), person, now, new Job(JobMode.TOWNSHIP, 3), today.date());
        drain();
        assertThat(of(family)).as("work again").isEmpty();
    }

    private void job(long household, long person, Household now, @Nullable Job job, LocalDate from) {
        county(() -> {
            facts.record(
                    new FactChange(
                            household,
                            person,
                            new FactContent.Person(
                                    now.member(0).toBuilder().job(job).build()),
                            from,
                            null,
                            "test"),
                    "test");
            return household;
        });
    }

    @Test
    @DisplayName("2.1-5 poor by the rules again is a gap and no second alert; who was never lifted out is not watched")
    void gapNotAlert() {
        HouseholdView family = lifted(line() * 8 / 10);
        assertThat(county(() -> gaps.of(family.id()))).anyMatch(g -> g.kind() == Gap.Kind.FALLEN_BACK);
        assertThat(of(family)).noneMatch(a -> a.reason() == AlertReason.INCOME);
        income(family.id(), line() * 12 / 10);
        drain();
        assertThat(of(family)).anyMatch(a -> a.reason() == AlertReason.INCOME);
        assertThat(county(() -> gaps.of(family.id()))).noneMatch(g -> g.kind() == Gap.Kind.FALLEN_BACK);
        income(family.id(), line() * 3);
        drain();
        assertThat(of(family)).as("better by itself").isEmpty();
        set(family.id(), lost(1, 100), today.date());
        drain();
        assertThat(of(family)).as("a small loss").isEmpty();
        long income = line() * 3 * family.members().size();
        set(family.id(), lost(1, income * 4 / 10).with(new Disaster(today.date(), DisasterKind.FIRE, 1)), today.date());
        drain();
        Alert told = of(family).get(0);
        assertThat(told.reason()).isEqualTo(AlertReason.DISASTER);
        assertThat(told.figureFen()).as("both together").isEqualTo(income * 4 / 10 + 1);
        recalculation.all();
        drain();
        assertThat(county(() -> alerts.get(told.id())).state()).isEqualTo(State.OPEN);
        String other = family.village().substring(0, 9) + "203";
        county(() -> changes.carryOut(
                new HouseholdChange.Move(family.id(), new Evidence(today.date(), "test", "test"), other, "1组")));
        drain();
        assertThat(county(() -> alerts.get(told.id())).village())
                .as("it goes with the family")
                .isEqualTo(other);
        set(family.id(), lost(366, income), today.date());
        drain();
        assertThat(of(family)).as("longer ago than a year").isEmpty();
    }

    private Disasters lost(int daysAgo, long fen) {
        return Disasters.NONE.with(new Disaster(today.date().minusDays(daysAgo), DisasterKind.HAIL, fen));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    @DisplayName("every code has its words")
    void words(String prefix, Enum<?>[] codes) {
        MessageFile.hasWords("matching", prefix, codes, "");
    }

    static List<Arguments> codes() {
        return List.of(
                Arguments.of("matching.alert.reason.", AlertReason.values()),
                Arguments.of("matching.alert.help.", AlertReason.values()),
                Arguments.of("matching.alert.state.", State.values()),
                Arguments.of("matching.alert.tab.", Alerts.Tab.values()),
                Arguments.of("matching.alert.way.", Way.values()),
                Arguments.of("matching.alert.end.", End.values()));
    }
}
