package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doudi.server.benefits.StatusReports.STATUS;
import static org.doudi.server.benefits.StatusReports.status;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.files.FileRefused;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnResult.RowFault;
import org.doudi.server.benefits.files.ReturnResult.Standing;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes back of a bank: which row ends which transfer, and what is booked for it. */
class ReturnsTest extends BankTreasury {
    @Test
    @DisplayName(
            "2.1-1 3.3-1 each row of a csv return ends a transfer, confirms it, or is an error; the same file books once")
    void returned() {
        LocalDate month = LocalDate.of(2017, 1, 1);
        deposit(10_000_000);
        long[] families = family(month, 5);
        Run run = released(month);
        String paid = reference(families[0], month);
        String rejected = reference(families[1], month);
        String doubled = reference(families[2], month);
        String torn = reference(families[3], month);
        String other = reference(families[4], month);
        String csv = "reference,result,code,amount\n" + paid + ",PAID,,100.00\n" + rejected + ",REJECTED,AC04,100.01\n"
                + doubled + ",PAID,,\n" + doubled + ",PAID,,\n" + torn + ",PAID,,\n" + torn + ",REJECTED,AC01,\n"
                + other + ",PAID,,99.00\nD999999999999-1,PAID,,\n" + other + ",纸票,,\n" + other + ",处理中,,\n";
        ReturnResult result = take(run, csv);
        assertThat(result.standing()).isEqualTo(Standing.BOOKED);
        assertThat(List.of(result.paid(), result.rejected(), result.open(), result.errors()))
                .containsExactly(2L, 1L, 1L, 6L);
        assertThat(faults(result))
                .containsExactly(
                        RowFault.DOUBLED,
                        RowFault.CONTRADICTING,
                        RowFault.CONTRADICTING,
                        RowFault.OTHER_AMOUNT,
                        RowFault.UNKNOWN_REFERENCE,
                        RowFault.UNKNOWN_STATUS);
        assertThat(lines(families[0], month)).containsExactly("NEW PAID 10000 0 0");
        assertThat(lines(families[1], month)).containsExactly("NEW REJECTED 10001 0 0");
        assertThat(lines(families[3], month)).containsExactly("NEW SENT 10003 0 0");
        assertThat(now(run).state()).isEqualTo(Run.State.RELEASED);
        blockedIsSent();
        var before = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        ReturnResult again = take(run, csv);
        assertThat(again.standing()).isEqualTo(Standing.KNOWN);
        assertThat(again.file()).isEqualTo(result.file());
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY))).isEqualTo(before);

        // other bytes, the same news: confirmed; the contrary: an error
        ReturnResult later = take(
                run,
                "参考号,结果,代码\n" + paid + ",成功,\n" + rejected + ",成功,\n" + torn + ",REJECTED,AC01\n" + other
                        + ",REJECTED,\n" + paid + ",退回,AC04\n");
        assertThat(faults(later)).containsExactly(RowFault.CONTRADICTING, RowFault.NO_CODE);
        assertThat(later.confirmed()).isEqualTo(1);
        assertThat(lines(families[0], month)).containsExactly("NEW REVERSED 10000 0 0");
        blockedIsSent();

        assertThatThrownBy(() -> as(Role.FINANCE_OFFICER, () -> returns.close(run.id(), now(run).version(), key())))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.OPEN_TRANSFERS));
        take(run, "reference,result,code\n" + other + ",PAID,\n");
        Run reconciled = now(run);
        assertThat(reconciled.state()).isEqualTo(Run.State.RECONCILED);
        Officer releaser = new Officer(new OfficerId(3000), "f2", "f2", Role.FINANCE_OFFICER, new Area(COUNTY));
        assertThatThrownBy(() -> Scope.as(releaser, () -> returns.close(run.id(), reconciled.version(), key())))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.FOUR_EYES));
        assertThat(as(Role.FINANCE_OFFICER, () -> returns.close(run.id(), reconciled.version(), key()))
                        .state())
                .isEqualTo(Run.State.CLOSED);
        var balances = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();

        // a new account: sent once more with the next run, as a second try, never twice
        LocalDate next = month.plusMonths(1);
        account(families[1], "62284899");
        released(next);
        assertThat(lines(families[1], month)).as("the days to object run").containsExactly("NEW NO_ACCOUNT 10001 0 0");
        blockedIsSent();
        account(families[0], "62284898");
        objectedTo(families[1]);
        objectedTo(families[0]);
        released(next.plusMonths(1));
        for (long back : List.of(families[0], families[1])) {
            assertThat(reference(back, month)).endsWith("-2");
            assertThat(lines(back, month)).singleElement().asString().startsWith("NEW SENT");
        }
        released(next.plusMonths(2));
        assertThat(reference(families[0], month)).endsWith("-2");
        assertThat(reference(families[1], month)).endsWith("-2");
        blockedIsSent();
        assertThat(faults(take(run, "reference,result,code\n" + reference(families[1], month) + ",PAID,\n")))
                .containsExactly(RowFault.OTHER_RUN);
    }

    private static String entry(String reference, String amount, String direction, String more) {
        return "<Ntry><Amt Ccy=\"CNY\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Sts><Cd>BOOK</Cd>"
                + "</Sts><NtryDtls><TxDtls><Refs><EndToEndId>" + reference + "</EndToEndId></Refs>" + more
                + "</TxDtls></NtryDtls></Ntry>";
    }

    private static String statement(String count, String sum, String entries) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                + "<BkToCstmrStmt><Stmt><Id>S</Id><TxsSummry><TtlNtries><NbOfNtries>" + count + "</NbOfNtries><Sum>"
                + sum
                + "</Sum></TtlNtries></TxsSummry>" + entries + "</Stmt></BkToCstmrStmt></Document>";
    }

    @Test
    @DisplayName(
            "2.1-1 pain.002 and camt.053 end transfers too; a statement pays and gives back, and its totals have to hold")
    void iso() {
        LocalDate month = LocalDate.of(2017, 7, 1);
        deposit(10_000_000);
        long[] families = family(month, 3);
        Run run = released(month);
        String message = "DOUDI-" + COUNTY + "-" + run.id();
        String rows = status(reference(families[0], month), "ACSC", "")
                + status(reference(families[1], month), "RJCT", "AC04")
                + status(reference(families[2], month), "ACSP", "");
        assertRefused(FileRefused.Cause.OTHER_FILE, run, STATUS.formatted("X", 3, "300.03", "X", rows));
        assertRefused(FileRefused.Cause.TOTALS, run, STATUS.formatted(message, 4, "300.03", message, rows));
        assertRefused(FileRefused.Cause.TOTALS, run, STATUS.formatted(message, 3, "300.04", message, rows));
        ReturnResult report = take(run, STATUS.formatted(message, 3, "300.03", message, rows));
        assertThat(List.of(report.paid(), report.rejected(), report.open(), report.errors()))
                .containsExactly(1L, 1L, 1L, 0L);
        blockedIsSent();

        String third = reference(families[2], month);
        String both = entry(third, "100.02", "DBIT", "")
                + entry(third, "100.02", "CRDT", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>")
                + entry(reference(families[0], month), "100.00", "DBIT", "")
                + entry("NOTPROVIDED", "7.00", "CRDT", "");
        assertRefused(FileRefused.Cause.TOTALS, run, statement("3", "307.04", both));
        assertRefused(FileRefused.Cause.TOTALS, run, statement("4", "307.05", both));
        ReturnResult told = take(run, statement("4", "307.04", both));
        assertThat(List.of(told.paid(), told.reversed(), told.confirmed(), told.errors()))
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(lines(families[2], month)).containsExactly("NEW REVERSED 10002 0 0");
        assertThat(now(run).state()).isEqualTo(Run.State.RECONCILED);
        blockedIsSent();
    }

    private void assertRefused(FileRefused.Cause cause, Run run, String text) {
        assertThatThrownBy(() -> take(run, text)).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.why()).isEqualTo(cause);
            assertThat(e.place()).isNotBlank();
        });
    }
}
