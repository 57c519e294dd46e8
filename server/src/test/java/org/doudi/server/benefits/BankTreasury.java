package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.files.PaymentFiles;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnResult.Fault;
import org.doudi.server.benefits.files.ReturnResult.RowFault;
import org.doudi.server.benefits.files.Returns;
import org.doudi.server.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.context.ContextConfiguration;

/** A county that pays through a bank and takes what comes back of it: what the tests of bank files and returns share. */
@ContextConfiguration(initializers = BankDatabase.class, inheritInitializers = false)
abstract class BankTreasury extends Treasury {
    @Autowired
    PaymentFiles files;

    @Autowired
    Returns returns;

    /** The file of a run, as it is handed out. */
    byte[] file(Run run) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        as(Role.FINANCE_OFFICER, () -> {
            files.write(run.id(), to);
            return to;
        });
        return to.toByteArray();
    }

    ReturnResult take(Run run, String text) {
        return take(run, text.getBytes(StandardCharsets.UTF_8));
    }

    ReturnResult take(Run run, byte[] bytes) {
        return as(Role.FINANCE_OFFICER, () -> returns.take(run.id(), "bank", new ByteArrayResource(bytes)));
    }

    List<RowFault> faults(ReturnResult result) {
        return as(Role.FINANCE_OFFICER, () -> returns.faults(result.file(), 0, 100)).stream()
                .map(Fault::why)
                .toList();
    }

    /** The newest try of a household for a month. */
    String reference(long household, LocalDate month) {
        return sql(() -> jdbc.sql("select t.reference from benefits.transfer t join benefits.line l on l.id = t.line"
                        + " where l.household = ? and l.month = ? order by t.attempt desc limit 1")
                .params(household, month)
                .query(String.class)
                .single());
    }

    Run now(Run run) {
        return as(Role.FINANCE_OFFICER, () -> runs.get(run.id()));
    }

    /** What is set aside is what is under way, and what waits for its release. */
    void blockedIsSent() {
        long sent = as(
                Role.FINANCE_OFFICER,
                () -> transaction.execute(t -> jdbc.sql(
                                "select (select coalesce(sum(fen), 0) from benefits.transfer where state = 'SENT')"
                                        + " + (select coalesce(sum(p.fen), 0) from benefits.posting p join benefits.journal j on j.id = p.journal"
                                        + " join benefits.run r on r.id = j.run where r.state = 'FUNDED' and p.account = 'BLOCKED')")
                        .query(Long.class)
                        .single()));
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY))).containsEntry(Account.BLOCKED, sent);
    }

    /** Families with an account that are owed dibao for a month: 100.00, 100.01 and so on. */
    long[] family(LocalDate month, int count) {
        long[] families = new long[count];
        for (int i = 0; i < count; i++) {
            families[i] = household();
            grant(families[i], Aid.DIBAO, 10_000L + i, month, month.plusMonths(1));
            account(families[i]);
        }
        return families;
    }

    /** The days in which somebody can object to a new account are over. */
    void objectedTo(long household) {
        int started = sql(
                () -> jdbc.sql("update benefits.bank_account set usable_from = ? where person = ? and state = 'COMING'")
                        .params(today.date(), payee(household))
                        .update());
        assertThat(started).isEqualTo(1);
    }
}
