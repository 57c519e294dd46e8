package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Repayment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what households paid back themselves. */
@Repository
public class RepaymentStore {
    private static final String REPAYMENT =
            "select p.id, p.recovery, r.benefit, p.way, p.fen, p.paid_on, p.receipt, p.state,"
                    + " p.entered_by, p.entered_on, p.decided_by, p.decided_on, p.why from benefits.repayment p"
                    + " join benefits.recovery r on r.id = p.recovery ";

    private final JdbcClient jdbc;

    RepaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters one; nothing where the receipt stands there already. */
    public Optional<Long> insert(
            long recovery, Repayment.Way way, long fen, LocalDate paidOn, String receipt, long officer, LocalDate day) {
        return jdbc.sql("insert into benefits.repayment (village, county, recovery, way, fen, paid_on, receipt,"
                        + " entered_by, entered_on) select village, left(village, 6), id, ?, ?, ?, ?, ?, ?"
                        + " from benefits.recovery where id = ?"
                        + " on conflict (county, receipt) where state <> 'REFUSED' do nothing returning id")
                .params(way.name(), fen, paidOn, receipt, officer, day, recovery)
                .query(Long.class)
                .optional();
    }

    /** One in one's area, which nobody else moves until the transaction ends. */
    public Optional<Repayment> lock(long id) {
        return jdbc.sql(REPAYMENT + "where p.id = ? for update of p")
                .param(id)
                .query(RepaymentStore::repayment)
                .optional();
    }

    /** Writes how one stands. */
    public void decide(long id, Repayment.State state, long officer, LocalDate day, String why) {
        jdbc.sql("update benefits.repayment set state = ?, decided_by = ?, decided_on = ?, why = ? where id = ?")
                .params(state.name(), officer, day, why, id)
                .update();
    }

    /** Takes an amount that was paid back off what is left of a recovery. */
    public void repaid(long recovery, long fen) {
        jdbc.sql("update benefits.recovery set recovered_fen = recovered_fen + ?, state = case"
                        + " when fen = recovered_fen + ? + waived_fen then 'DONE' else state end, version = version + 1"
                        + " where id = ?")
                .params(fen, fen, recovery)
                .update();
    }

    /** What waits for a second person of a recovery, in fen. */
    public long waiting(long recovery) {
        return jdbc.sql("select coalesce(sum(fen), 0)::bigint from benefits.repayment where recovery = ?"
                        + " and state = 'ENTERED'")
                .param(recovery)
                .query(Long.class)
                .single();
    }

    /** Whether the run that found a recovery was let go, so that it cannot be given up any more. */
    public boolean isFinal(long recovery) {
        return jdbc.sql("select exists (select from benefits.recovery r join benefits.run n on n.id = r.run"
                        + " where r.id = ? and n.state in ('RELEASED', 'RECONCILED', 'CLOSED'))")
                .param(recovery)
                .query(Boolean.class)
                .single();
    }

    /** Those of one's area, those that wait first, then the newest. */
    public List<Repayment> all(int offset, int limit) {
        return jdbc.sql(REPAYMENT + "order by (p.state = 'ENTERED') desc, p.id desc offset ? limit ?")
                .params(offset, limit)
                .query(RepaymentStore::repayment)
                .list();
    }

    /** Those of a recovery, the first first. */
    public List<Repayment> of(long recovery) {
        return jdbc.sql(REPAYMENT + "where p.recovery = ? order by p.id")
                .param(recovery)
                .query(RepaymentStore::repayment)
                .list();
    }

    private static Repayment repayment(ResultSet row, int number) throws SQLException {
        return new Repayment(
                row.getLong("id"),
                row.getLong("recovery"),
                Aid.valueOf(row.getString("benefit")),
                Repayment.Way.valueOf(row.getString("way")),
                row.getLong("fen"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("receipt"),
                Repayment.State.valueOf(row.getString("state")),
                row.getLong("entered_by"),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("decided_by", Long.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("why"));
    }
}
