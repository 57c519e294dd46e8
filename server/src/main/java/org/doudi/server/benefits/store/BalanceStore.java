package org.doudi.server.benefits.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Ledger.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a run adds up to, by its transfers and by the ledger. */
@Repository
public class BalanceStore {
    private final JdbcClient jdbc;

    BalanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The transfers of one state and aid. */
    public record Part(String state, String benefit, long transfers, long fen) {}

    /** A run's transfers by state and aid. */
    public List<Part> transfers(long run) {
        return jdbc.sql("select t.state, l.benefit, count(*), sum(t.fen)::bigint from benefits.transfer t"
                        + " join benefits.line l on l.id = t.line where t.run = ? group by t.state, l.benefit")
                .param(run)
                .query((row, n) -> new Part(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** What the entries of a run add up to. */
    public Map<Account, Long> ledger(long run) {
        Map<Account, Long> sums = new EnumMap<>(Account.class);
        jdbc.sql(
                        "select p.account, sum(p.fen)::bigint from benefits.posting p join benefits.journal j on j.id = p.journal"
                                + " where j.run = ? group by p.account")
                .param(run)
                .query((java.sql.ResultSet row) -> {
                    sums.put(Account.valueOf(row.getString(1)), row.getLong(2));
                });
        return sums;
    }
}
