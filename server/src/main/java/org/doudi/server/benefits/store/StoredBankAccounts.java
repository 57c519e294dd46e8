package org.doudi.server.benefits.store;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.BankAccounts;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.shell.Today;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredBankAccounts implements BankAccounts {
    static final String CONTEXT = "benefits.bank_account.number";
    private static final Pattern NUMBER = Pattern.compile("\\d{12,30}");
    private static final Pattern BANK = Pattern.compile("\\d{12}");

    /** The days between the decision and the first use, in which the family can still say that it is not theirs. */
    private static final int COOLING = 3;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Households households;
    private final AuditTrail trail;
    private final Today today;

    StoredBankAccounts(JdbcClient jdbc, Vault vault, Households households, AuditTrail trail, Today today) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.households = households;
        this.trail = trail;
        this.today = today;
    }

    @Override
    public long propose(long household, long person, String holder, String bank, String number) {
        HouseholdView view = households.get(household);
        MemberView member = view.members().stream()
                .filter(m -> m.person() == person)
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("person " + person + " is not of household " + household));
        String digits = number.replace(" ", "");
        if (!NUMBER.matcher(digits).matches() || !Luhn.holds(digits)) {
            throw new RunRefused(Cause.ACCOUNT_NUMBER);
        }
        if (!BANK.matcher(bank).matches()) {
            throw new RunRefused(Cause.ACCOUNT_BANK);
        }
        if (!member.name().equals(holder.strip())) {
            throw new RunRefused(Cause.ACCOUNT_HOLDER);
        }
        long id = jdbc.sql("insert into benefits.bank_account (village, household, person, holder, bank, number_enc,"
                        + " number_idx, number_masked, state, proposed_by, proposed_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?) returning id")
                .params(
                        view.village(),
                        household,
                        person,
                        holder.strip(),
                        bank,
                        vault.encrypt(CONTEXT, digits),
                        vault.index(CONTEXT, digits),
                        "*".repeat(digits.length() - 4) + digits.substring(digits.length() - 4),
                        Scope.officer().id().value(),
                        today.date())
                .query(Long.class)
                .single();
        trail.record(Act.ACCOUNT_PROPOSED, Subject.person(person, household), "", "account " + id);
        return id;
    }

    private record Waiting(long household, long person, long proposedBy) {}

    private Waiting waiting(long account) {
        Waiting waiting = jdbc.sql("select household, person, proposed_by from benefits.bank_account"
                        + " where id = ? and state = 'PROPOSED' for update")
                .param(account)
                .query((row, n) -> new Waiting(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no account " + account + " waits here"));
        if (waiting.proposedBy() == Scope.officer().id().value()) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
        return waiting;
    }

    @Override
    public void approve(long account) {
        Waiting waiting = waiting(account);
        LocalDate day = today.date();
        boolean changes = jdbc.sql("select exists (select from benefits.bank_account where person = ?"
                        + " and state in ('COMING', 'ACTIVE', 'RETURNED', 'RETIRED'))")
                .param(waiting.person())
                .query(Boolean.class)
                .single();
        // one that was to start is overtaken; one that is in use goes on until the new one starts
        jdbc.sql("update benefits.bank_account set state = 'RETIRED' where person = ? and state = 'COMING'")
                .param(waiting.person())
                .update();
        jdbc.sql("update benefits.bank_account set state = ?, decided_by = ?, usable_from = ? where id = ?")
                .params(
                        (changes ? State.COMING : State.ACTIVE).name(),
                        Scope.officer().id().value(),
                        changes ? day.plusDays(COOLING) : day,
                        account)
                .update();
        // what waited for an account waits no longer
        jdbc.sql("update benefits.line l set state = " + TransferStore.AGAIN + " where l.payee = ?"
                        + " and l.state in ('NO_ACCOUNT', 'REJECTED', 'REVERSED')")
                .param(waiting.person())
                .update();
        decided(waiting, "account " + account + " agreed on");
    }

    @Override
    public void refuse(long account) {
        Waiting waiting = waiting(account);
        jdbc.sql("update benefits.bank_account set state = 'REFUSED', decided_by = ? where id = ?")
                .params(Scope.officer().id().value(), account)
                .update();
        decided(waiting, "account " + account + " refused");
    }

    private void decided(Waiting waiting, String what) {
        trail.record(Act.ACCOUNT_DECIDED, Subject.person(waiting.person(), waiting.household()), "", what);
    }

    @Override
    public List<BankAccount> of(long household) {
        return jdbc.sql("select a.id, a.household, a.person, a.holder, a.bank, a.number_masked, a.state, a.usable_from,"
                        + " (select count(distinct o.household) from benefits.bank_account o where o.number_idx = a.number_idx"
                        + " and o.household <> a.household and o.state in ('PROPOSED', 'COMING', 'ACTIVE')) as others"
                        + " from benefits.bank_account a where a.household = ? order by a.id desc")
                .param(household)
                .query((row, n) -> new BankAccount(
                        row.getLong("id"),
                        row.getLong("household"),
                        row.getLong("person"),
                        row.getString("holder"),
                        row.getString("bank"),
                        row.getString("number_masked"),
                        State.valueOf(row.getString("state")),
                        row.getObject("usable_from", LocalDate.class),
                        row.getLong("others")))
                .list();
    }
}
