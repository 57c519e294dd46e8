package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doudi.server.benefits.StatusReports.answer;
import static org.doudi.server.benefits.StatusReports.status;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.benefits.files.FileHead;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnResult.RowFault;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Money that goes out again, or to another account than before. */
class ReissueTest extends BankTreasury {
    private List<String> states(long household) {
        return sql(() -> jdbc.sql("select state from benefits.bank_account where person = ? order by id")
                .param(payee(household))
                .query(String.class)
                .list());
    }

    private long accountOf(long household, LocalDate month) {
        return sql(() -> jdbc.sql("select t.account from benefits.transfer t join benefits.line l on l.id = t.line"
                        + " where l.household = ? and l.month = ? order by t.attempt desc limit 1")
                .params(household, month)
                .query(Long.class)
                .single());
    }

    @Test
    @DisplayName("2.1-1 money goes to the old account until the new one starts, and then to the new one alone")
    void cooling() {
        LocalDate month = LocalDate.of(2021, 1, 1);
        deposit(1_000_000);
        long family = household();
        grant(family, Aid.DIBAO, 10_000, month, month.plusMonths(3));
        account(family);
        released(month);
        long old = accountOf(family, month);
        account(family, "62284897");
        assertThat(states(family)).containsExactly("ACTIVE", "COMING");
        released(month.plusMonths(1));
        assertThat(accountOf(family, month.plusMonths(1))).isEqualTo(old);
        objectedTo(family);
        released(month.plusMonths(2));
        assertThat(states(family)).containsExactly("RETIRED", "ACTIVE");
        assertThat(accountOf(family, month.plusMonths(2))).isGreaterThan(old);
    }

    private FileHead head(Run run) {
        return as(Role.FINANCE_OFFICER, () -> files.of(run.id())).orElseThrow().head();
    }

    @Test
    @DisplayName(
            "2.1-1 a bank that rejects a whole file rejects every transfer of it; no account is at fault, and all go out with the next run")
    void whole() {
        LocalDate month = LocalDate.of(2022, 1, 1);
        deposit(1_000_000);
        long[] families = family(month, 2);
        long held = household();
        grant(held, Aid.DIBAO, 10_007, month, month.plusMonths(1));
        account(held);
        Run run = released(month);
        sql(() -> jdbc.sql("insert into benefits.hold (village, household, from_month, reason, words, made_by, made_on)"
                        + " select village, id, ?, 'UNREACHABLE', '搬走了', 1, ? from registry.household where id = ?")
                .params(month, today.date(), held)
                .update());
        FileHead sent = head(run);
        String received = answer(sent, "").replace("PART", "ACTC");
        assertThat(take(run, received).open()).isEqualTo(sent.transfers());
        String bare = answer(sent, "").replace("PART", "RJCT");
        assertThat(faults(take(run, bare))).hasSize((int) sent.transfers()).containsOnly(RowFault.NO_CODE);
        String why = "</GrpSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>";
        ReturnResult rejected = take(run, bare.replace("</GrpSts>", why));
        assertThat(List.of(rejected.rejected(), rejected.errors())).containsExactly(sent.transfers(), 0L);
        blockedIsSent();
        assertThat(now(run).state()).isEqualTo(Run.State.RECONCILED);
        assertThat(lines(families[0], month)).containsExactly("NEW TO_PAY 10000 0 0");
        assertThat(lines(held, month)).containsExactly("NEW HELD 10007 0 0");
        assertThat(states(families[0])).containsExactly("ACTIVE");
        Run next = released(month.plusMonths(1));
        assertThat(reference(families[0], month)).endsWith("-2");
        assertThat(reference(held, month)).endsWith("-1");
        blockedIsSent();

        String one = reference(families[0], month);
        String torn = answer(head(next), status(one, "ACSC", ""))
                .replace(
                        "<TxInfAndSts>",
                        "<PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf><TxInfAndSts>");
        ReturnResult contrary = take(next, torn);
        assertThat(faults(contrary)).containsExactly(RowFault.CONTRADICTING, RowFault.CONTRADICTING);
        assertThat(contrary.rejected()).isEqualTo(head(next).transfers() - 1);
    }
}
