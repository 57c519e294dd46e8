package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.server.ApartDatabase;
import org.doudi.server.casework.Benefit;
import org.doudi.server.casework.CaseDecided;
import org.doudi.server.casework.DecisionWithdrawn;
import org.doudi.server.casework.Outcome;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.ContextConfiguration;

/** What each benefit of a decision becomes: an award that is paid, beside others or in their place. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-rules-of-money")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class AidsOfDecisionsTest extends Treasury {
    private static final LocalDate JULY = LocalDate.of(2017, 7, 1);

    @Autowired
    private ApplicationEventPublisher events;

    private HouseholdView view(long household) {
        return as(Role.COUNTY_APPROVER, () -> households.get(household));
    }

    /** A household with so many members that was not given out before. */
    private long household(int members) {
        return sql(() -> jdbc.sql(
                        "select h.id from registry.household h where not exists (select from benefits.award_change c"
                                + " where c.household = h.id) and (select count(*) from registry.membership m where m.household = h.id)"
                                + " = ? order by id desc limit 1")
                .param(members)
                .query(Long.class)
                .single());
    }

    private static CaseDecided.Line granted(Benefit benefit, @Nullable MemberView member, long fen) {
        return line(benefit, member, Outcome.GRANTED, fen);
    }

    private static CaseDecided.Line line(Benefit benefit, @Nullable MemberView member, Outcome outcome, long fen) {
        return new CaseDecided.Line(
                benefit, member == null ? "" : member.number(), member == null ? null : member.person(), outcome, fen);
    }

    private void decide(long household, String number, CaseDecided.Line... lines) {
        as(
                Role.COUNTY_APPROVER,
                () -> transaction.execute(t -> {
                    events.publishEvent(new CaseDecided(
                            number,
                            household,
                            households.get(household).village(),
                            today.date(),
                            JULY,
                            Arrays.asList(lines)));
                    return number;
                }));
    }

    private List<String> owed(long household) {
        return as(Role.COUNTY_APPROVER, () -> awards.of(household)).stream()
                .map(a -> a.aid() + " " + a.fen() + " " + a.from() + " " + a.until())
                .sorted()
                .toList();
    }

    @Test
    @DisplayName(
            "2.1-7 tekun goes on month by month and takes the place of both allowances, also of those that stood before")
    void tekun() {
        long household = household(2);
        MemberView one = view(household).members().get(0);
        MemberView two = view(household).members().get(1);
        decide(
                household,
                "K1",
                granted(Benefit.LIVING_ALLOWANCE, one, 7_000),
                granted(Benefit.CARE_ALLOWANCE, two, 5_500));
        decide(
                household,
                "K2",
                granted(Benefit.TEKUN, one, 38_800),
                granted(Benefit.CARE_ALLOWANCE, one, 5_500),
                granted(Benefit.CARE_ALLOWANCE, two, 5_500),
                granted(Benefit.DIBAO, null, 20_000));
        assertThat(owed(household))
                .as("the other member keeps the own allowance, and dibao is for who is left")
                .containsExactly(
                        "CARE_ALLOWANCE 5500 2017-07-01 null",
                        "DIBAO 20000 2017-07-01 null",
                        "TEKUN 38800 2017-07-01 null");
        decide(household, "K3", granted(Benefit.TEKUN, two, 38_800), granted(Benefit.DIBAO, null, 20_000));
        assertThat(owed(household))
                .as("nobody is left for dibao")
                .containsExactly("TEKUN 38800 2017-07-01 null", "TEKUN 38800 2017-07-01 null");
        as(
                Role.COUNTY_APPROVER,
                () -> transaction.execute(t -> {
                    events.publishEvent(new DecisionWithdrawn(
                            "K3", household, households.get(household).village(), today.date(), JULY, today.date()));
                    return household;
                }));
        assertThat(owed(household))
                .containsExactly(
                        "CARE_ALLOWANCE 5500 2017-07-01 null",
                        "DIBAO 20000 2017-07-01 null",
                        "TEKUN 38800 2017-07-01 null");
        decide(household, "K4", line(Benefit.TEKUN, one, Outcome.REFUSED, 0));
        assertThat(owed(household))
                .containsExactly("CARE_ALLOWANCE 5500 2017-07-01 null", "DIBAO 20000 2017-07-01 null");
    }

    @Test
    @DisplayName(
            "2.1-6 medical and temporary aid are paid exactly once each, two of a month in two months; the premium once a year")
    void once() {
        long household = household(3);
        decide(
                household,
                "O1",
                granted(Benefit.MEDICAL_AID, null, 300_000),
                granted(Benefit.TEMPORARY_AID, null, 90_000),
                granted(Benefit.PREMIUM_SUBSIDY, null, 54_000));
        decide(
                household,
                "O2",
                granted(Benefit.TEMPORARY_AID, null, 40_000),
                granted(Benefit.PREMIUM_SUBSIDY, null, 54_000),
                line(Benefit.MEDICAL_AID, null, Outcome.REFUSED, 0));
        assertThat(owed(household))
                .as("a refusal takes back nothing that was given once")
                .containsExactly(
                        "MEDICAL_AID 300000 2017-07-01 2017-08-01",
                        "PREMIUM_SUBSIDY 54000 2017-07-01 2017-08-01",
                        "TEMPORARY_AID 40000 2017-08-01 2017-09-01",
                        "TEMPORARY_AID 90000 2017-07-01 2017-08-01");
        draft(JULY);
        draft(JULY.plusMonths(1));
        draft(JULY.plusMonths(2));
        assertThat(lines(household, JULY))
                .as("medical, premium, temporary")
                .containsExactly("NEW TO_PAY 300000 0 0", "NEW TO_PAY 54000 0 0", "NEW TO_PAY 90000 0 0");
        assertThat(lines(household, JULY.plusMonths(1)))
                .containsExactly("STOPPED STOPPED 0 0 0", "STOPPED STOPPED 0 0 0", "DOWN TO_PAY 40000 0 0");
        assertThat(lines(household, JULY.plusMonths(2))).containsExactly("STOPPED STOPPED 0 0 0");
        assertThat(sql(() -> jdbc.sql("select sum(regular_fen)::bigint from benefits.line where household = ?")
                        .param(household)
                        .query(Long.class)
                        .single()))
                .isEqualTo(300_000 + 54_000 + 90_000 + 40_000);
    }

    @Test
    @DisplayName(
            "2.1-4 2.1-6 the rules name the amounts: tekun by the dibao standard, rounded up once, and a premium for each member")
    void amounts() {
        long household = sql(() -> jdbc.sql("select id from registry.household where number = 'H-0000438'")
                .query(Long.class)
                .single());
        Assessment a = as(Role.COUNTY_OFFICER, () -> households.assess(household, today.date(), today.now()));
        assertThat(a.tekun(0)).as("an orphan below sixteen").isTrue();
        // 3575 ÷ 12 × 130 % is 387.29
        assertThat(a.tekunFen(0)).isEqualTo(38_800);
        assertThat(a.premiumFen(0)).isEqualTo(18_000);
        assertThat(a.livingAllowanceFen(0) + a.careAllowanceFen(0)).isZero();
    }
}
