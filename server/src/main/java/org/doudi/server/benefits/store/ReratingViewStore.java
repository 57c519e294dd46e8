package org.doudi.server.benefits.store;

import java.util.List;
import org.doudi.server.benefits.Rerating;
import org.doudi.server.benefits.Rerating.Code;
import org.doudi.server.benefits.Rerating.LineState;
import org.doudi.server.benefits.ReratingViews.CodeSum;
import org.doudi.server.benefits.ReratingViews.Effect;
import org.doudi.server.benefits.ReratingViews.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages read of reratings. */
@Repository
public class ReratingViewStore {
    /** What a line changes of each month from the last one that was looked at on; one that ended before changes none. */
    private static final String A_MONTH = "case when l.until_month is null or l.until_month >= r.until_month"
            + " then l.after_fen - l.before_fen else 0 end";

    private final JdbcClient jdbc;

    ReratingViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one does, township by township. */
    public List<Effect> townships(Rerating rerating) {
        return jdbc.sql("""
                with place as (
                    select left(village, 9) as code, sum(looked_at)::int as looked_at, sum(unchanged)::int as unchanged
                    from benefits.rerating_place where rerating = :id group by 1
                ), change as (
                    select left(l.village, 9) as code,
                        count(distinct l.household) filter (where l.code = 'RAISED') as up,
                        count(distinct l.household) filter (where l.code in ('LOWERED', 'STOPPED')) as down,
                        count(distinct l.household) filter (where l.state = 'EXCEPTION' or l.why <> '') as person,
                        coalesce(sum(A_MONTH) filter (where l.state in ('READY', 'APPLIED') and coalesce(l.why, '') = ''), 0)::bigint
                            as fen
                    from benefits.rerating_line l join benefits.rerating r on r.id = l.rerating
                    where l.rerating = :id group by 1
                )
                select p.code, p.looked_at, p.unchanged, coalesce(c.up, 0) as up, coalesce(c.down, 0) as down,
                    coalesce(c.person, 0) as person, coalesce(c.fen, 0) as fen
                from place p left join change c on c.code = p.code order by p.code
                """.replace("A_MONTH", A_MONTH))
                .param("id", rerating.id())
                .query((row, n) -> new Effect(
                        row.getString("code"),
                        row.getInt("looked_at"),
                        row.getInt("up"),
                        row.getInt("down"),
                        row.getInt("unchanged"),
                        row.getInt("person"),
                        row.getLong("fen")))
                .list();
    }

    /** What was found, by code and state. */
    public List<CodeSum> codes(Rerating rerating) {
        return jdbc.sql("select l.code, l.state, count(*) as lines, sum(" + A_MONTH + ")::bigint as fen"
                        + " from benefits.rerating_line l join benefits.rerating r on r.id = l.rerating"
                        + " where l.rerating = ? group by l.code, l.state order by l.code, l.state")
                .param(rerating.id())
                .query((row, n) -> new CodeSum(
                        Code.valueOf(row.getString("code")),
                        LineState.valueOf(row.getString("state")),
                        row.getInt("lines"),
                        row.getLong("fen")))
                .list();
    }

    /** The lines of one in one state, with their households. */
    public List<Row> lines(Rerating rerating, LineState state, int offset, int limit) {
        return jdbc.sql("select l.*, coalesce(h.number, '') as number, coalesce(p.name, '') as head"
                        + " from benefits.rerating_line l left join registry.household h on h.id = l.household"
                        + " left join registry.person p on p.id = h.head"
                        + " where l.rerating = ? and l.state = ? order by l.id offset ? limit ?")
                .params(rerating.id(), state.name(), offset, limit)
                .query((row, n) -> new Row(
                        ReratingStore.line(row, n),
                        row.getString("number"),
                        row.getString("head"),
                        row.getString("why")))
                .list();
    }
}
