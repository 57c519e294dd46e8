package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Member;
import org.doudi.server.benefits.Awards.Months;
import org.doudi.server.benefits.Awards.Whose;
import org.doudi.server.benefits.Rerating.Code;
import org.doudi.server.benefits.Rerating.LineState;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** What became known late, walked month by month to the money. The office's day is 20 June 2017. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionTest extends Treasury {
    private static final LocalDate JANUARY = LocalDate.of(2017, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2017, 6, 1);

    @Autowired
    private HouseholdChanges changes;

    private Rerating applied(Rerating proposed) {
        return as(Role.COUNTY_APPROVER, () -> reratings.apply(proposed.id(), proposed.version()));
    }

    private List<Rerating.Line> lines(Rerating r, LineState state) {
        return as(Role.COUNTY_OFFICER, () -> reratings.lines(r.id(), state, 0, 100));
    }

    private Rerating latest(long household) {
        return as(Role.COUNTY_OFFICER, () -> reratings.all(0, 50)).stream()
                .filter(r -> Objects.equals(r.household(), household))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(9)
    @DisplayName(
            "2.1-1 a job known three months late: what was paid too much is told, answered, and taken in instalments by later runs")
    void jobKnownLate() {
        LocalDate month = LocalDate.of(2017, 4, 1);
        long household = needy(month);
        long before = assess(household, month).monthlyFen();
        grant(household, Aid.DIBAO, before, month, null);
        account(household);
        deposit(100_000_000);
        released(month);
        released(month.plusMonths(1));
        released(month.plusMonths(2));
        earns(household, LocalDate.of(2017, 5, 1), 100_000);
        long after = assess(household, month.plusMonths(1)).monthlyFen();
        Rerating found = as(Role.COUNTY_OFFICER, () -> reratings.propose(household, month, "税务比对"));
        assertThatThrownBy(() -> as(Role.COUNTY_OFFICER, () -> reratings.apply(found.id(), found.version())))
                .isInstanceOf(RunRefused.class);
        assertThat(lines(found, LineState.READY)).singleElement().satisfies(l -> {
            assertThat(l.from()).isEqualTo(month.plusMonths(1));
            assertThat(l.beforeFen()).isEqualTo(before);
            assertThat(l.afterFen()).isEqualTo(after).isLessThan(before);
        });
        applied(found);
        released(month.plusMonths(3));
        Recovery open = as(Role.COUNTY_OFFICER, () -> recoveries.of(household)).get(0);
        assertThat(open.fen()).isEqualTo(2 * (before - after));
        assertThatThrownBy(() -> as(Role.COUNTY_APPROVER, () -> recoveries.agree(open.id(), open.version(), 1, "分期")))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.NOT_NOW));
        Recovery noticed = as(Role.COUNTY_OFFICER, () -> recoveries.notice(open.id(), open.version()));
        assertThatThrownBy(() ->
                        as(Role.COUNTY_APPROVER, () -> recoveries.agree(noticed.id(), noticed.version(), 1, "分期")))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.RIGHT_TO_ANSWER));
        Recovery answered = as(Role.TOWNSHIP_CLERK, () -> recoveries.answer(noticed.id(), noticed.version(), "不知道要报"));
        Recovery waived =
                as(Role.COUNTY_APPROVER, () -> recoveries.waive(answered.id(), answered.version(), 100, "去尾数"));
        as(Role.COUNTY_APPROVER, () -> recoveries.agree(waived.id(), waived.version(), 5_000, "每月五十元"));
        released(month.plusMonths(4));
        Recovery going = as(Role.COUNTY_OFFICER, () -> recoveries.of(household)).get(0);
        long instalment = Math.min(5_000, Math.min(after, open.fen() - 100));
        assertThat(going.recoveredFen()).isEqualTo(instalment);
        assertThat(going.leftFen()).isEqualTo(open.fen() - 100 - instalment);
    }

    @Test
    @Order(2)
    @DisplayName(
            "2.1-7 a wrong level of disability: the allowance ends from the day it was wrong, and what was paid is asked back")
    void wrongLevel() {
        LocalDate month = JANUARY;
        long household = needy(JUNE);
        HouseholdView view = as(Role.COUNTY_OFFICER, () -> households.get(household));
        long person = view.members().get(0).person();
        level(household, person, month, 1);
        long fen = care(household, month);
        assertThat(fen).isPositive();
        as(Role.COUNTY_OFFICER, () -> {
            awards.grant(
                    new Whose(household, person, Aid.CARE_ALLOWANCE),
                    person,
                    Amount.of(fen),
                    new Months(month, month.plusMonths(3)),
                    Reason.DECISION,
                    "case");
            return household;
        });
        long widower = widower(month);
        deposit(1_000_000);
        released(month);
        released(month.plusMonths(1));
        deathKnownLate(widower, month);
        level(household, person, month, 4);
        Rerating found = as(Role.COUNTY_OFFICER, () -> reratings.propose(household, month, "残联复核"));
        assertThat(lines(found, LineState.READY)).singleElement().satisfies(l -> {
            assertThat(l.code()).isEqualTo(Code.STOPPED);
            assertThat(l.from()).isEqualTo(month);
            assertThat(l.until()).isEqualTo(month.plusMonths(3));
        });
        applied(found);
        released(month.plusMonths(2));
        assertThat(as(Role.COUNTY_OFFICER, () -> recoveries.of(household)))
                .singleElement()
                .satisfies(r -> assertThat(r.fen()).isEqualTo(2 * fen));
        assertThat(as(Role.COUNTY_OFFICER, () -> recoveries.of(widower)))
                .extracting(Recovery::fen)
                .containsExactlyInAnyOrder(5_500L, 30_000L);
    }

    /** Somebody who lives alone and is owed two aids. */
    private long widower(LocalDate month) {
        long household = sql(() -> jdbc.sql("select h.id from registry.household h where dissolved_on is null"
                        + " and not exists (select from benefits.award_change c where c.household = h.id)"
                        + " and (select count(*) from registry.membership m where m.household = h.id and m.valid_to is null"
                        + " and m.known_to is null) = 1 order by id limit 1")
                .query(Long.class)
                .single());
        long person = payee(household);
        as(Role.COUNTY_OFFICER, () -> {
            awards.grant(
                    new Whose(household, person, Aid.CARE_ALLOWANCE),
                    person,
                    Amount.of(5_500),
                    new Months(month, null),
                    Reason.DECISION,
                    "case");
            awards.grant(
                    new Whose(household, null, Aid.DIBAO),
                    person,
                    Amount.of(30_000),
                    new Months(month, null),
                    Reason.DECISION,
                    "case");
            return household;
        });
        return household;
    }

    private void deathKnownLate(long household, LocalDate month) {
        long person = payee(household);
        as(
                Role.COUNTY_OFFICER,
                () -> changes.carryOut(new HouseholdChange.Death(
                        household, new Evidence(month.plusDays(14), "派出所", "死亡证明 1"), person, null)));
        assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(household)).stream()
                        .filter(a -> a.aid() == Aid.CARE_ALLOWANCE))
                .singleElement()
                .satisfies(a -> assertThat(a.until()).isEqualTo(month.plusMonths(1)));
        Rerating found = latest(household);
        assertThat(lines(found, LineState.READY)).singleElement().satisfies(l -> {
            assertThat(l.aid()).isEqualTo(Aid.DIBAO);
            assertThat(l.code()).isEqualTo(Code.STOPPED);
            assertThat(l.from()).isEqualTo(month.plusMonths(1));
        });
        applied(found);
    }

    private void level(long household, long person, LocalDate from, int level) {
        as(Role.COUNTY_OFFICER, () -> {
            Member member =
                    households.record(household, today.date(), today.now()).member(0);
            facts.record(
                    new FactChange(
                            household,
                            person,
                            new FactContent.Person(new Member(
                                    member.memberId(),
                                    member.birthDate(),
                                    member.labour(),
                                    new Disability(DisabilityCategory.LIMB, level),
                                    member.supporter(),
                                    member.job(),
                                    member.traits())),
                            from,
                            null,
                            "残联"),
                    "残疾等级");
            return household;
        });
    }

    private long care(long household, LocalDate month) {
        return assess(household, month).careAllowanceFen(0);
    }

    @Test
    @Order(4)
    @DisplayName(
            "2.3-2 a standard that holds from an earlier month raises everybody, and the months between come as arrears; who would lose waits for a person")
    void newStandard() {
        LocalDate month = LocalDate.of(2017, 5, 1);
        long household = needy(month);
        long right = assess(household, month).monthlyFen();
        grant(household, Aid.DIBAO, right - 1_000, month, null);
        long lucky = needy(month);
        long less = assess(lucky, month).monthlyFen();
        grant(lucky, Aid.DIBAO, less + 7_000, month, null);
        Rerating all = as(Role.COUNTY_OFFICER, () -> {
            long id = reratings.begin(month, "新标准").id();
            while (reratings.step(id, 500)) {
                // until nobody is left
            }
            return reratings.get(id);
        });
        assertThat(all.lookedAt()).isGreaterThan(1);
        assertThat(lines(all, LineState.READY))
                .filteredOn(l -> l.household() == household)
                .singleElement()
                .satisfies(l -> {
                    assertThat(l.code()).isEqualTo(Code.RAISED);
                    assertThat(l.afterFen()).isEqualTo(right);
                });
        Rerating.Line lost = lines(all, LineState.EXCEPTION).stream()
                .filter(l -> l.household() == lucky)
                .findFirst()
                .orElseThrow();
        assertThat(lost.code()).isEqualTo(Code.LOWERED);
        applied(all);
        assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(household)).get(0).fen())
                .isEqualTo(right);
        assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(lucky)).get(0).fen()).isEqualTo(less + 7_000);
        as(Role.COUNTY_APPROVER, () -> {
            reratings.decide(all.id(), lost.id(), less, "核实过，收入增加");
            return all;
        });
        assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(lucky)).get(0).fen()).isEqualTo(less);
        assertThatThrownBy(() -> as(Role.COUNTY_APPROVER, () -> {
                    reratings.decide(all.id(), lost.id(), 0, "再来一次");
                    return all;
                }))
                .isInstanceOf(RunRefused.class);
    }
}
