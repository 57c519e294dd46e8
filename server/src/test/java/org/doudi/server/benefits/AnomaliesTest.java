package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.files.Anomalies;
import org.doudi.server.benefits.files.Anomaly;
import org.doudi.server.benefits.files.Anomaly.Code;
import org.doudi.server.benefits.files.Reconciliation;
import org.doudi.server.benefits.files.RunBalance;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the fund inspection is shown. */
class AnomaliesTest extends BankTreasury {
    private static final LocalDate MONTH = LocalDate.of(2019, 3, 1);

    @Autowired
    Anomalies anomalies;

    @Autowired
    Reconciliation reconciliation;

    private List<Long> odd(Code code) {
        return as(Role.COUNTY_OFFICER, () -> anomalies.find(code, MONTH, MONTH, 0, 1000)).stream()
                .map(Anomaly::household)
                .toList();
    }

    private long family(long fen) {
        long family = household();
        grant(family, Aid.DIBAO, fen, MONTH, MONTH.plusMonths(1));
        account(family);
        // whatever the roll said before, it says now what is paid
        change(
                "update registry.roll_entry set known_to = now() where household = ? and roll = 'DIBAO' and known_to is null",
                family);
        change(
                "insert into registry.roll_entry (roll, household, village, content, valid_from, known_from, source)"
                        + " select 'DIBAO', id, village, '{}', date '2000-01-01', now(), 'test' from registry.household where id = ?",
                family);
        return family;
    }

    private void change(String statement, Object... params) {
        int rows = sql(() -> jdbc.sql(statement).params(params).update());
        assertThat(rows).as(statement).isNotNegative();
    }

    @Test
    @DisplayName("3.3-3 every kind of oddity is found with its household, and an honest household is in no list")
    void found() {
        deposit(10_000_000);
        long honest = family(10_000);
        long one = family(20_000);
        long other = family(20_001);
        long dead = family(30_000);
        long off = family(40_000);
        long doubled = family(50_000);
        long unlike = family(60_000);
        long trip = family(70_000);
        long made = household();
        change(
                "update benefits.bank_account a set number_idx = o.number_idx from benefits.bank_account o"
                        + " where a.household = ? and o.household = ?",
                other,
                one);
        Run run = released(MONTH);
        for (Code code : Code.values()) {
            assertThat(odd(code)).as(code.name()).doesNotContain(honest, dead, off, unlike, trip, made);
        }
        RunBalance balance = as(Role.FINANCE_OFFICER, () -> reconciliation.of(run.id()));
        assertThat(balance.gaps()).isEmpty();
        assertThat(balance.transfers()).containsEntry("SENT", new RunBalance.Sum(8, 300_001));
        assertThat(balance.ledger()).containsEntry(Account.BLOCKED, 300_001L);

        change("update registry.person set death = date '2016-01-01' where id = ?", payee(dead));
        change("update registry.roll_entry set known_to = now() where household = ? and known_to is null", off);
        change(
                "insert into registry.membership (household, person, village, number, place, relation, valid_from, known_from)"
                        + " select ?, person, village, number || 'x', 99, relation, valid_from, known_from"
                        + " from registry.membership where household = ? and person = ? and known_to is null",
                doubled,
                unlike,
                payee(unlike));
        change("update benefits.line set arrears_fen = 5 where household = ? and month = ?", unlike, MONTH);
        change(
                "insert into benefits.line (run, village, household, payee, benefit, month, regular_fen, before_fen, change,"
                        + " reason, state, awards) select ?, village, id, head, 'DIBAO', ?, 12300, 0, 'NEW', 'DECISION',"
                        + " 'HELD', '{}' from registry.household where id = ?",
                run.id(),
                MONTH,
                made);
        String reference = reference(trip, MONTH);
        take(run, "reference,result,code\n" + reference + ",PAID,\n" + reference + ",REVERSED,AC04\n");

        assertThat(odd(Code.SHARED_ACCOUNT)).containsExactlyInAnyOrder(one, other);
        assertThat(odd(Code.DEAD_PAYEE)).containsExactly(dead);
        assertThat(odd(Code.OFF_THE_ROLL)).containsExactly(off);
        assertThat(odd(Code.NO_AWARD)).containsExactly(made);
        assertThat(odd(Code.DOUBLED_PERSON)).containsExactlyInAnyOrder(doubled, unlike);
        assertThat(odd(Code.OTHER_AMOUNT)).containsExactly(unlike);
        assertThat(odd(Code.ROUND_TRIP)).containsExactly(trip);
        assertThat(as(Role.FINANCE_OFFICER, () -> reconciliation.of(run.id())).gaps())
                .isEmpty();

        // an entry that nobody can explain by a transfer
        book(run, -7);
        assertThat(as(Role.FINANCE_OFFICER, () -> reconciliation.of(run.id())).gaps())
                .containsExactlyInAnyOrder(
                        new RunBalance.Gap(Account.BLOCKED, 230_001, 229_994),
                        new RunBalance.Gap(Account.PAID_TEKUN, 0, 7));
        book(run, 7);
    }

    private void book(Run run, long fen) {
        Map<Account, Long> postings = Map.of(Account.BLOCKED, fen, Account.PAID_TEKUN, -fen);
        as(Role.FINANCE_OFFICER, () -> {
            ledger.book(COUNTY, Ledger.Entry.FIT, run.id(), key(), "by hand", postings);
            return run;
        });
    }
}
