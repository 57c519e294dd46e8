package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of a run, computed in sets: no line passes through the platform's memory. */
@Repository
public class LineStore {
    private static final String KNOWN = " known_from <= :frozen and (known_to is null or known_to > :frozen) ";
    private static final String MINE = " village >= :from and village <= :to ";

    /**
     * What is owed for the month, and what was owed the month before; and for what differs, the last change that can be why: one that was not
     * known to the run of that month, or that begins or ends with this one.
     */
    private static final String REGULAR = """
            with previous as materialized (
                select max(id) as id, max(frozen_at) as frozen from benefits.run
                where county = :county and kind = :kind and state <> 'CANCELLED' and month = (:month::date - interval '1 month')::date
            )
            insert into benefits.line (run, village, household, person, payee, benefit, month, regular_fen, before_fen, change,
                reason, state, awards)
            select :run, village, d.household, d.person, payee, d.benefit, :month, fen, before, change,
                case when change = 'SAME' then d.reason
                    else coalesce(c.reason, case when (select frozen from previous) is null then d.reason else '' end) end,
                case when change = 'STOPPED' then 'STOPPED' when h.household is not null then 'HELD' else 'TO_PAY' end, awards
            from (
                select coalesce(n.village, b.village) as village, coalesce(n.household, b.household) as household,
                    coalesce(n.person, b.person) as person, coalesce(n.payee, b.payee) as payee,
                    coalesce(n.benefit, b.benefit) as benefit, coalesce(n.fen, 0) as fen, coalesce(b.fen, 0) as before,
                    case when b.household is null then 'NEW' when n.household is null then 'STOPPED'
                        when n.fen > b.fen then 'UP' when n.fen < b.fen then 'DOWN' else 'SAME' end as change,
                    coalesce(n.reason, '') as reason, coalesce(n.awards, '{}') as awards
                from (
                    select min(village) as village, household, person, min(payee) as payee, benefit, sum(fen)::bigint as fen,
                        array_agg(id order by id) as awards, max(reason) as reason
                    from benefits.award
                    where valid_from <= :month and (valid_to is null or valid_to > :month) and KNOWN and MINE and BENEFITS
                    group by household, person, benefit
                ) n
                full join (
                    select village, household, person, payee, benefit, regular_fen as fen
                    from benefits.line where run = (select id from previous) and regular_fen > 0
                ) b on b.household = n.household and b.benefit = n.benefit and coalesce(b.person, 0) = coalesce(n.person, 0)
            ) d
            left join (
                select distinct on (household, person, benefit) household, person, benefit, reason
                from benefits.award_change
                where at <= :frozen and from_month <= :month and (to_month is null or to_month >= :month) and MINE and BENEFITS
                    and (at > coalesce((select frozen from previous), '-infinity') or from_month = :month or to_month = :month)
                order by household, person, benefit, id desc
            ) c on change <> 'SAME' and c.household = d.household and c.benefit = d.benefit
                and coalesce(c.person, 0) = coalesce(d.person, 0)
            left join (
                select distinct household from benefits.hold where lifted_on is null and from_month <= :month and MINE
            ) h on h.household = d.household
            """;

    /** Whose earlier months were changed since the last run, and what is owed for each of them that has a run. */
    private static final String DIFFERENCES = """
            with changed as (
                select household, person, benefit, min(from_month) as first from benefits.award_change
                where at > :last and at <= :frozen and from_month < :month and MINE and BENEFITS
                group by household, person, benefit
            ), months as (
                select distinct month from benefits.run
                where county = :county and kind = 'KIND' and state <> 'CANCELLED' and month < :month
            ), owed as (
                select c.household, c.person, c.benefit, m.month, coalesce(sum(a.fen), 0)::bigint as fen
                from changed c join months m on m.month >= c.first
                left join benefits.award a on a.household = c.household and a.benefit = c.benefit
                    and coalesce(a.person, 0) = coalesce(c.person, 0) and a.valid_from <= m.month
                    and (a.valid_to is null or a.valid_to > m.month) and KNOWN
                group by c.household, c.person, c.benefit, m.month
            ), settled as (
                select o.household, o.person, o.benefit, o.month,
                    coalesce((select sum(l.regular_fen) from benefits.line l where l.household = o.household
                        and l.benefit = o.benefit and coalesce(l.person, 0) = coalesce(o.person, 0) and l.month = o.month), 0)
                    + coalesce((select sum(x.fen) from benefits.arrears x join benefits.line l on l.id = x.line
                        where l.household = o.household and l.benefit = o.benefit
                        and coalesce(l.person, 0) = coalesce(o.person, 0) and x.for_month = o.month), 0)
                    - coalesce((select sum(x.fen) from benefits.recovery_month x join benefits.recovery r on r.id = x.recovery
                        where r.household = o.household and r.benefit = o.benefit
                        and coalesce(r.person, 0) = coalesce(o.person, 0) and x.for_month = o.month), 0) as fen
                from owed o
            ), difference as (
                select o.household, o.person, o.benefit, o.month, (o.fen - s.fen)::bigint as fen
                from owed o join settled s on s.household = o.household and s.benefit = o.benefit and s.month = o.month
                    and coalesce(s.person, 0) = coalesce(o.person, 0)
                where o.fen <> s.fen
            )
            """;

    private static final String TOTALS = "count(*) filter (where state not in ('HELD', 'STOPPED')) as lines,"
            + " coalesce(sum(fen) filter (where state not in ('HELD', 'STOPPED')), 0)::bigint as fen,"
            + " count(*) filter (where change <> 'SAME' and reason = '' and accepted_by is null) as unexplained";

    private final JdbcClient jdbc;

    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Computes the lines of a run; answers how many there are. */
    public int compute(Run run) {
        jdbc.sql("set local work_mem = '128MB'").update();
        int lines = fill(
                        jdbc.sql(sql(run, REGULAR)),
                        run,
                        Map.of("kind", run.kind().name()))
                .update();
        jdbc.sql("set local work_mem to default").update();
        return lines;
    }

    private static String sql(Run run, String text) {
        String benefits =
                run.kind() == Run.Kind.MONTHLY ? " benefit <> 'PRICE_SUBSIDY' " : " benefit = 'PRICE_SUBSIDY' ";
        return text.replace("KNOWN", KNOWN)
                .replace("MINE", MINE)
                .replace("BENEFITS", benefits)
                .replace("KIND", run.kind().name());
    }

    private static JdbcClient.StatementSpec fill(
            JdbcClient.StatementSpec statement, Run run, Map<String, Object> more) {
        return statement
                .param("run", run.id())
                .param("month", run.month())
                .param("county", run.county())
                .param("frozen", run.frozenAt().atOffset(ZoneOffset.UTC))
                .param("from", run.county() + "000000")
                .param("to", run.county() + "999999")
                .params(more);
    }

    /**
     * Puts into the run what was owed for earlier months and not given, and opens recoveries for what was given and not owed.
     *
     * @param last the moment that the run before was frozen at, or null
     */
    public void settle(Run run, @Nullable Instant last) {
        if (last == null) {
            return;
        }
        Map<String, Object> more = Map.of("last", last.atOffset(ZoneOffset.UTC));
        String withLine = DIFFERENCES
                + ", missing as (select household, person, benefit, month, fen from difference where fen > 0)";
        // somebody with arrears only needs a line to carry them
        fill(jdbc.sql(sql(run, withLine + """
            insert into benefits.line (run, village, household, person, payee, benefit, month, regular_fen, before_fen, change,
                reason, state, awards)
            select :run, a.village, m.household, m.person, a.payee, m.benefit, :month, 0, 0, 'NEW', a.reason,
                case when exists (select from benefits.hold h where h.household = m.household and h.lifted_on is null
                    and h.from_month <= :month) then 'HELD' else 'TO_PAY' end, '{}'
            from (select distinct household, person, benefit from missing) m
            join lateral (select village, payee, reason from benefits.award a where a.household = m.household
                and a.benefit = m.benefit and coalesce(a.person, 0) = coalesce(m.person, 0) and KNOWN
                order by a.valid_from desc limit 1) a on true
            on conflict (month, household, benefit, (coalesce(person, 0))) do nothing
            """)), run, more).update();
        fill(jdbc.sql(sql(run, withLine + """
            insert into benefits.arrears (line, village, for_month, fen)
            select l.id, l.village, m.month, m.fen from missing m join benefits.line l on l.run = :run
                and l.household = m.household and l.benefit = m.benefit and coalesce(l.person, 0) = coalesce(m.person, 0)
            """)), run, more).update();
        jdbc.sql("update benefits.line l set arrears_fen = x.fen,"
                        + " state = case when l.state = 'STOPPED' then 'TO_PAY' else l.state end"
                        + " from (select a.line, sum(a.fen)::bigint as fen from benefits.arrears a"
                        + " join benefits.line r on r.id = a.line and r.run = ? group by a.line) x where l.id = x.line")
                .param(run.id())
                .update();
        fill(
                        jdbc.sql(sql(run, DIFFERENCES + """
            , fresh as (
                insert into benefits.recovery (village, household, person, benefit, run, fen, state, opened_on)
                select min(h.village), d.household, d.person, d.benefit, :run, -sum(d.fen)::bigint, 'OPEN', :day
                from difference d join registry.household h on h.id = d.household where d.fen < 0
                group by d.household, d.person, d.benefit
                returning id, village, household, person, benefit
            )
            insert into benefits.recovery_month (recovery, village, for_month, fen)
            select f.id, f.village, d.month, -d.fen from fresh f join difference d on d.household = f.household
                and d.benefit = f.benefit and coalesce(d.person, 0) = coalesce(f.person, 0) where d.fen < 0
            """)),
                        run,
                        Map.of("last", last.atOffset(ZoneOffset.UTC), "day", run.dueOn()))
                .update();
    }

    /** What a run adds up to. */
    public RunFigures figures(Run run) {
        List<RunFigures.Change> changes = jdbc.sql("select change, reason, count(*) as lines,"
                        + " coalesce(sum(regular_fen - before_fen), 0)::bigint as fen"
                        + " from benefits.line where run = ? group by change, reason order by change, reason")
                .param(run.id())
                .query((row, n) -> new RunFigures.Change(
                        row.getString("change"), row.getString("reason"), row.getLong("lines"), row.getLong("fen")))
                .list();
        return jdbc.sql("select " + TOTALS + ", count(*) filter (where state = 'HELD') as held,"
                        + " coalesce(sum(fen) filter (where state = 'HELD'), 0)::bigint as held_fen"
                        + " from benefits.line where run = ?")
                .param(run.id())
                .query((row, n) -> new RunFigures(
                        row.getLong("lines"),
                        row.getLong("fen"),
                        row.getLong("held"),
                        row.getLong("held_fen"),
                        row.getLong("unexplained"),
                        changes))
                .single();
    }

    /** What runs add up to, by run; one without lines is not among them. */
    public Map<Long, RunFigures.Totals> totals(List<Long> runs) {
        Map<Long, RunFigures.Totals> totals = new HashMap<>();
        if (!runs.isEmpty()) {
            jdbc.sql("select run, " + TOTALS + " from benefits.line where run in (:runs) group by run")
                    .param("runs", runs)
                    .query((ResultSet row) -> {
                        totals.put(
                                row.getLong("run"),
                                new RunFigures.Totals(
                                        row.getLong("lines"), row.getLong("fen"), row.getLong("unexplained")));
                    });
        }
        return totals;
    }

    /** What is to be paid with a run: its lines, and older ones of the county that wait no longer. */
    public long payable(Run run) {
        return jdbc.sql("select coalesce(sum(fen), 0)::bigint from benefits.line where state = 'TO_PAY' and month <= ?"
                        + " and village >= ? and village <= ? and (run = ? or late)")
                .params(run.month(), run.county() + "000000", run.county() + "999999", run.id())
                .query(Long.class)
                .single();
    }

    /** Removes what a run that is given up computed. */
    public void remove(Run run) {
        jdbc.sql("update benefits.recovery r set recovered_fen = r.recovered_fen - i.fen, state = 'AGREED',"
                        + " version = r.version + 1 from benefits.instalment i join benefits.line l on l.id = i.line"
                        + " where l.run = ? and r.id = i.recovery")
                .param(run.id())
                .update();
        for (String sql : List.of(
                "delete from benefits.instalment i using benefits.line l where l.id = i.line and l.run = ?",
                "delete from benefits.arrears a using benefits.line l where l.id = a.line and l.run = ?",
                "delete from benefits.recovery_month m using benefits.recovery r where r.id = m.recovery and r.run = ?",
                "delete from benefits.recovery where run = ?",
                "delete from benefits.line where run = ?")) {
            jdbc.sql(sql).param(run.id()).update();
        }
    }

    /** Takes the agreed instalments out of the run's lines, never more than a line has. */
    public void recover(Run run) {
        jdbc.sql("""
            with due as (
                select l.id as line, r.id as recovery, l.village,
                    least(r.instalment_fen, r.fen - r.recovered_fen - r.waived_fen, l.regular_fen + l.arrears_fen) as fen,
                    row_number() over (partition by l.id order by r.id) as nth
                from benefits.recovery r join benefits.line l on l.run = :run and l.household = r.household
                    and l.benefit = r.benefit and coalesce(l.person, 0) = coalesce(r.person, 0)
                    and l.state in ('TO_PAY', 'HELD')
                where r.state = 'AGREED' and r.fen > r.recovered_fen + r.waived_fen
            ), taken as (
                insert into benefits.instalment (line, recovery, village, fen)
                select line, recovery, village, fen from due where nth = 1 and fen > 0 returning line, recovery, fen
            ), booked as (
                update benefits.recovery r set recovered_fen = r.recovered_fen + t.fen,
                    state = case when r.fen = r.recovered_fen + t.fen + r.waived_fen then 'DONE' else r.state end,
                    version = r.version + 1
                from taken t where t.recovery = r.id returning t.line, t.fen
            )
            update benefits.line l set recovered_fen = b.fen from booked b where b.line = l.id
            """).param("run", run.id()).update();
    }
}
