package org.doudi.server.benefits.store;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Ledger;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredLedger implements Ledger {
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Today today;

    StoredLedger(JdbcClient jdbc, AuditTrail trail, Today today) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.today = today;
    }

    @Override
    public void book(
            String county, Entry kind, @Nullable Long run, String key, String words, Map<Account, Long> postings) {
        if (postings.values().stream().mapToLong(Long::longValue).sum() != 0) {
            throw new IllegalArgumentException("the postings of " + key + " do not add up to nothing: " + postings);
        }
        String village = county + "000000";
        Optional<Long> journal = jdbc.sql(
                        "insert into benefits.journal (village, county, day, kind, run, key, words, officer)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing returning id")
                .params(Arrays.asList(
                        village,
                        county,
                        today.date(),
                        kind.name(),
                        run,
                        key,
                        words,
                        Scope.officer().id().value()))
                .query(Long.class)
                .optional();
        if (journal.isEmpty()) {
            return;
        }
        postings.forEach((account, fen) -> {
            if (fen != 0) {
                jdbc.sql("insert into benefits.posting (journal, village, county, account, fen) values (?, ?, ?, ?, ?)")
                        .params(journal.get(), village, county, account.name(), fen)
                        .update();
            }
        });
        trail.record(Act.MONEY_BOOKED, Subject.NONE, words, kind + " " + key + " " + postings);
    }

    @Override
    public Map<Account, Long> balances(String county) {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            balances.put(account, 0L);
        }
        jdbc.sql("select account, sum(fen)::bigint as fen from benefits.posting where county = ? group by account")
                .param(county)
                .query((row, n) -> balances.put(Account.valueOf(row.getString("account")), row.getLong("fen")))
                .list();
        return balances;
    }

    @Override
    public void lock(String county) {
        jdbc.sql("select pg_advisory_xact_lock(4, ?)")
                .param(Integer.parseInt(county))
                .query((row, n) -> county)
                .single();
    }
}
