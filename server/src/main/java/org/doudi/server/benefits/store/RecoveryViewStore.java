package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.Reason;
import org.doudi.server.benefits.Recovery;
import org.doudi.server.benefits.RecoveryView;
import org.doudi.server.benefits.RecoveryView.Row;
import org.doudi.server.benefits.RecoveryViews.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages read of recoveries. */
@Repository
public class RecoveryViewStore {
    private static final String WHOSE = "coalesce(h.number, '') as number, coalesce(p.name, '') as head"
            + " from benefits.recovery r left join registry.household h on h.id = r.household"
            + " left join registry.person p on p.id = h.head ";

    private final JdbcClient jdbc;

    RecoveryViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The recoveries of one's area, the oldest first. */
    public List<Row> rows(Filter filter, int offset, int limit) {
        String which = filter == Filter.DONE ? "r.state = 'DONE'" : "r.state <> 'DONE'";
        return jdbc.sql("select r.*, " + WHOSE + "where " + which + " order by r.opened_on, r.id offset ? limit ?")
                .params(offset, limit)
                .query(RecoveryViewStore::row)
                .list();
    }

    /** A recovery in one's area, and whose it is. */
    public Optional<Row> row(long id) {
        return jdbc.sql("select r.*, " + WHOSE + "where r.id = ?")
                .param(id)
                .query(RecoveryViewStore::row)
                .optional();
    }

    /** What was paid too much, month by month. */
    public List<RecoveryView.Month> months(long id) {
        return jdbc.sql("select for_month, fen from benefits.recovery_month where recovery = ? order by for_month")
                .param(id)
                .query((row, n) -> new RecoveryView.Month(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    /** How the awards of these months were changed after they were first made, the last change first. */
    public List<RecoveryView.Why> whys(long id) {
        return jdbc.sql("""
                select distinct on (c.id) c.id, c.reason, case when c.source like 'rerating %' then coalesce((select t.source
                    from benefits.rerating t where c.source = 'rerating ' || t.id), '') else c.source end as source, (c.at at time zone 'Asia/Shanghai')::date as day
                from benefits.recovery r
                join benefits.recovery_month m on m.recovery = r.id
                join benefits.award_change c on c.household = r.household and c.benefit = r.benefit
                    and coalesce(c.person, 0) = coalesce(r.person, 0) and c.from_month <= m.for_month
                    and (c.to_month is null or c.to_month > m.for_month)
                where r.id = ? and c.id > (select min(f.id) from benefits.award_change f where f.household = r.household
                    and f.benefit = r.benefit and coalesce(f.person, 0) = coalesce(r.person, 0))
                order by c.id desc limit 5
                """)
                .param(id)
                .query((row, n) -> new RecoveryView.Why(
                        Reason.valueOf(row.getString("reason")),
                        row.getString("source"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    /** What later runs took, the first first. */
    public List<RecoveryView.Taken> taken(long id) {
        return jdbc.sql("select l.id, l.month, i.fen, l.state from benefits.instalment i"
                        + " join benefits.line l on l.id = i.line where i.recovery = ? order by l.month, l.id")
                .param(id)
                .query((row, n) -> new RecoveryView.Taken(
                        row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getString(4)))
                .list();
    }

    /** Who decided. */
    public @Nullable String decider(Recovery recovery) {
        Long by = recovery.decidedBy();
        return by == null
                ? null
                : jdbc.sql("select name from identity.account where id = ?")
                        .param(by)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(RecoveryStore.recovery(row, number), row.getString("number"), row.getString("head"));
    }
}
