package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** Months of a county, walked one after the other. */
@ContextConfiguration(initializers = MonthDatabase.class, inheritInitializers = false)
class MonthTest extends Treasury {
    private static final LocalDate JAN = LocalDate.of(2018, 1, 1);

    @Test
    @DisplayName(
            "2.1-1 3.3-1 four months: new, corrected, stopped and late; what is paid is what the law owed, and money moves once")
    void months() {
        Map<Account, Long> before = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        long pool = Objects.requireNonNull(before.get(Account.POOL));
        long blocked = Objects.requireNonNull(before.get(Account.BLOCKED));
        assertThat(pool).isLessThan(50_000);
        long household = household();
        grant(household, Aid.DIBAO, 30_000, JAN, null);
        long silent = household();
        grant(silent, Aid.DIBAO, 20_000, JAN, null);
        account(household);
        Run january = draft(JAN);
        assertThat(lines(household, JAN)).containsExactly("NEW TO_PAY 30000 0 0");
        assertThatThrownBy(() -> draft(JAN))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.RUN_EXISTS));
        assertThatThrownBy(() -> Scope.as(
                        new Officer(
                                officer(Role.COUNTY_OFFICER).id(),
                                "x",
                                "x",
                                Role.COUNTY_APPROVER,
                                officer(Role.COUNTY_APPROVER).area()),
                        () -> runs.check(january.id(), january.version(), key())))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.FOUR_EYES));
        String once = key();
        Run checked = as(Role.COUNTY_APPROVER, () -> runs.check(january.id(), january.version(), once));
        assertThat(as(Role.COUNTY_APPROVER, () -> runs.check(january.id(), january.version(), once)))
                .isEqualTo(checked);
        assertThatThrownBy(() -> as(Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), key())))
                .isInstanceOfSatisfying(RunRefused.class, e -> {
                    assertThat(e.why()).isEqualTo(Cause.NOT_ENOUGH);
                    assertThat(e.fen()).isEqualTo(50_000 - pool);
                });
        deposit(1_000_000);
        Run funded = as(Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), key()));
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY)))
                .containsEntry(Account.POOL, pool + 950_000)
                .containsEntry(Account.BLOCKED, blocked + 50_000);
        Run released = Scope.as(
                new Officer(
                        new OfficerId(3000),
                        "f2",
                        "f2",
                        Role.FINANCE_OFFICER,
                        officer(Role.FINANCE_OFFICER).area()),
                () -> runs.release(funded.id(), funded.version(), key()));
        assertThat(released.state()).isEqualTo(Run.State.RELEASED);
        assertThat(lines(household, JAN)).containsExactly("NEW SENT 30000 0 0");
        assertThat(lines(silent, JAN)).as("no account").containsExactly("NEW NO_ACCOUNT 20000 0 0");

        // in February it comes out that 350 yuan were right from January on
        grant(household, Aid.DIBAO, 35_000, JAN, null);
        account(silent);
        released(JAN.plusMonths(1));
        assertThat(lines(household, JAN.plusMonths(1))).containsExactly("UP SENT 35000 5000 0");
        assertThat(lines(silent, JAN)).as("went out with February").containsExactly("NEW SENT 20000 0 0");

        // in March it comes out that nothing was owed from February on
        end(household, Aid.DIBAO, JAN.plusMonths(1));
        released(JAN.plusMonths(2));
        assertThat(lines(household, JAN.plusMonths(2))).containsExactly("STOPPED STOPPED 0 0 0");
        Map<String, Object> recovery =
                sql(() -> jdbc.sql("select fen, state from benefits.recovery where household = ?")
                        .param(household)
                        .query()
                        .singleRow());
        assertThat(recovery).containsEntry("fen", 35_000L).containsEntry("state", "OPEN");
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
    }

    @Test
    @DisplayName("a run that is given up leaves nothing, and the month can be run again")
    void cancelled() {
        LocalDate month = LocalDate.of(2016, 11, 1);
        long household = household();
        grant(household, Aid.DIBAO, 10_000, month, month.plusMonths(1));
        Run first = draft(month);
        as(Role.COUNTY_OFFICER, () -> runs.cancel(first.id(), first.version(), key(), "名单还没核完"));
        assertThat(lines(household, month)).isEmpty();
        draft(month);
        assertThat(lines(household, month)).containsExactly("NEW TO_PAY 10000 0 0");
    }

    @Test
    @DisplayName("a change of before does not explain a later stop: what nobody gave a reason for waits for a person")
    void unexplained() {
        LocalDate month = LocalDate.of(2015, 3, 1);
        deposit(20_000);
        long household = household();
        account(household);
        grant(household, Aid.DIBAO, 10_000, month, null);
        released(month);
        released(month.plusMonths(1));
        assertThat(lines(household, month.plusMonths(1))).containsExactly("SAME SENT 10000 0 0");
        sql(() -> jdbc.sql("update benefits.award set known_to = ? where household = ?")
                .params(today.now().atOffset(ZoneOffset.UTC), household)
                .update());
        Run third = draft(month.plusMonths(2));
        assertThat(lines(household, month.plusMonths(2))).containsExactly("STOPPED STOPPED 0 0 0");
        assertThatThrownBy(() -> as(Role.COUNTY_APPROVER, () -> runs.check(third.id(), third.version(), key())))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.UNEXPLAINED));
        as(Role.COUNTY_OFFICER, () -> runs.cancel(third.id(), third.version(), key(), "换一个月再算"));
    }

    @Test
    @DisplayName("what was decided before and begins or ends with the month explains it")
    void foreseen() {
        LocalDate month = LocalDate.of(2015, 7, 1);
        deposit(20_000);
        long household = household();
        account(household);
        grant(household, Aid.DIBAO, 10_000, month, month.plusMonths(2));
        released(month);
        released(month.plusMonths(1));
        released(month.plusMonths(2));
        assertThat(lines(household, month.plusMonths(2))).containsExactly("STOPPED STOPPED 0 0 0");
    }
}
