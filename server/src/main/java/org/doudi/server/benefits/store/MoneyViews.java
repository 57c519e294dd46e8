package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.LineView;
import org.doudi.server.benefits.LineView.Row;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunViews;
import org.doudi.server.benefits.RunViews.Filter;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages read of money. Finance does not see the registry, so a payee's name is then the one at the bank. */
@Repository
public class MoneyViews {
    private static final String ROW = """
            select l.id, l.run, l.household, h.number, coalesce(p.name, a.holder) as payee, l.benefit, l.month,
                l.regular_fen, l.arrears_fen, l.recovered_fen, l.fen, l.before_fen, l.change, l.reason, l.accepted_why, l.state
            from benefits.line l
            left join registry.household h on h.id = l.household
            left join registry.person p on p.id = l.payee
            left join lateral (select b.holder from benefits.bank_account b where b.person = l.payee
                and b.state not in ('PROPOSED', 'REFUSED') order by b.id desc limit 1) a on true
            """;
    private static final String LACKING = "(l.state = 'NO_ACCOUNT' or (l.state = 'TO_PAY' and l.fen > 0 and not exists"
            + " (select from benefits.bank_account b where b.person = l.payee and b.state in ('COMING', 'ACTIVE') and b.usable_from <= :day)))";

    private final JdbcClient jdbc;

    MoneyViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The months that are late on a day: runs that did not go out, and counties that pay and have none for the month. */
    public List<RunViews.Late> late(LocalDate day, LocalDate due) {
        return jdbc.sql("""
                select kind, county, month, due_on, state from benefits.run
                where due_on < :day and state in ('COMPUTED', 'CHECKED', 'FUNDED')
                union all
                select 'MONTHLY', c.county, :month, :due, null
                from (select distinct county from benefits.run where month < :month) c
                where :day > :due and not exists (select from benefits.run r where r.county = c.county and r.month = :month
                    and r.kind = 'MONTHLY' and r.state <> 'CANCELLED')
                union all
                select 'PRICE_SUBSIDY', f.county, f.month, f.due_on, null
                from (select distinct on (c.county, i.month) c.county, i.month, i.due_on, i.triggers
                    from (select distinct county from benefits.run) c
                    join benefits.price_index i on i.place in (c.county, substr(c.county, 1, 4)) and i.state = 'IN_FORCE'
                        and i.known_to is null
                    order by c.county, i.month, length(i.place) desc) f
                where f.triggers and f.due_on < :day and not exists (select from benefits.run r where r.county = f.county
                    and r.month = f.month and r.kind = 'PRICE_SUBSIDY' and r.state <> 'CANCELLED')
                order by 3, 2, 1
                """)
                .param("day", day)
                .param("month", day.withDayOfMonth(1))
                .param("due", due)
                .query((row, n) -> new RunViews.Late(
                        Run.Kind.valueOf(row.getString("kind")),
                        row.getString("county"),
                        row.getObject("month", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        Optional.ofNullable(row.getString("state")).map(Run.State::valueOf)))
                .list();
    }

    /** Lines without an account that can be used on a day. */
    public RunViews.Lacking lacking(Run run, LocalDate day) {
        return jdbc.sql("select count(*) as lines, coalesce(sum(l.fen), 0)::bigint as fen from benefits.line l"
                        + " where l.run = :run and " + LACKING)
                .param("run", run.id())
                .param("day", day)
                .query((row, n) -> new RunViews.Lacking(row.getLong("lines"), row.getLong("fen")))
                .single();
    }

    /** Who moved a run, the first first. */
    public List<RunViews.Moved> moves(Run run) {
        return jdbc.sql("select c.what, coalesce(a.name, '') as officer, c.at from benefits.command c"
                        + " left join identity.account a on a.id = c.officer where c.run = ? order by c.at")
                .param(run.id())
                .query((row, n) -> new RunViews.Moved(
                        row.getString("what"),
                        row.getString("officer"),
                        LocalDate.ofInstant(
                                row.getObject("at", OffsetDateTime.class).toInstant(), Today.ZONE)))
                .list();
    }

    /** The run that a command of that key began. */
    public Optional<Long> begunWith(String key) {
        return jdbc.sql("select c.run from benefits.command c join benefits.run r on r.id = c.run"
                        + " where c.key = ? and c.what = 'DRAFT'")
                .param(key)
                .query(Long.class)
                .optional();
    }

    /** Lines of a run, by id. */
    public List<Row> lines(Run run, Filter filter, String query, int offset, int limit, LocalDate day) {
        String which = switch (filter) {
            case ALL -> "";
            case CHANGED -> " and l.change <> 'SAME'";
            case UNEXPLAINED -> " and l.change <> 'SAME' and l.reason = ''";
            case HELD -> " and l.state = 'HELD'";
            case CAME_BACK -> " and l.state in ('REJECTED', 'REVERSED')";
            case NO_ACCOUNT -> " and :day::date is not null and " + LACKING;
        };
        String found = query.isEmpty()
                ? ""
                : " and (l.household in (select id from registry.household where number = :query)"
                        + " or l.payee in (select id from registry.person where name = :query)"
                        + " or l.payee in (select person from benefits.bank_account where holder = :query))";
        return jdbc.sql(ROW + " where l.run = :run" + which + found + " order by l.id offset :offset limit :limit")
                .param("run", run.id())
                .param("query", query)
                .param("day", day)
                .param("offset", offset)
                .param("limit", limit)
                .query(MoneyViews::row)
                .list();
    }

    /** The lines of a household from a month on, the newest first. */
    public List<Row> ofHousehold(long household, LocalDate from) {
        return jdbc.sql(ROW + " where l.household = ? and l.month >= ? order by l.month desc, l.benefit, l.id")
                .params(household, from)
                .query(MoneyViews::row)
                .list();
    }

    /** Lines of one's area that came back and wait for a new account, the longest first. */
    public List<Row> cameBack(int offset, int limit) {
        return jdbc.sql(
                        ROW
                                + " where l.late and l.state in ('REJECTED', 'REVERSED') order by l.month, l.id offset ? limit ?")
                .params(offset, limit)
                .query(MoneyViews::row)
                .list();
    }

    /** Whose a line of a run is. */
    public Optional<Long> household(Run run, long line) {
        return jdbc.sql("select household from benefits.line where id = ? and run = ?")
                .params(line, run.id())
                .query(Long.class)
                .optional();
    }

    /** Notes that a person took a change; tells whether it waited for one. */
    public boolean accept(Run run, long line, long officer, String why) {
        return jdbc.sql("update benefits.line set accepted_by = ?, accepted_why = ? where id = ? and run = ?"
                                + " and change <> 'SAME' and reason = '' and accepted_by is null"
                                + " and exists (select from benefits.run r where r.id = run and r.state = 'COMPUTED')")
                        .params(officer, why, line, run.id())
                        .update()
                == 1;
    }

    /** A line with everything that made it. */
    public Optional<LineView> line(Run run, long line) {
        return jdbc.sql(ROW + " where l.id = ? and l.run = ?")
                .params(line, run.id())
                .query(MoneyViews::row)
                .optional()
                .map(row -> new LineView(
                        run,
                        row,
                        jdbc.sql(
                                        StoredAwards.AWARD
                                                + "where id = any ((select awards from benefits.line where id = ?)::bigint[]) order by id")
                                .param(line)
                                .query(StoredAwards::award)
                                .list(),
                        names(row.household()),
                        jdbc.sql("select for_month, fen from benefits.arrears where line = ? order by for_month")
                                .param(line)
                                .query((r, n) -> new LineView.ForMonth(r.getObject(1, LocalDate.class), r.getLong(2)))
                                .list(),
                        jdbc.sql("select i.recovery, i.fen, r.fen - r.recovered_fen - r.waived_fen as left_fen"
                                        + " from benefits.instalment i join benefits.recovery r on r.id = i.recovery"
                                        + " where i.line = ? order by i.recovery")
                                .param(line)
                                .query((r, n) -> new LineView.Instalment(r.getLong(1), r.getLong(2), r.getLong(3)))
                                .list(),
                        tries(line)));
    }

    private Map<Long, String> names(long household) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select distinct p.id, p.name from registry.membership m join registry.person p on p.id = m.person"
                        + " where m.household = ?")
                .param(household)
                .query((r, n) -> names.put(r.getLong(1), r.getString(2)))
                .list();
        return names;
    }

    private List<LineView.Try> tries(long line) {
        return jdbc.sql("select t.reference, t.state, t.code, t.settled_on, t.fen, a.bank, a.number_masked, a.holder"
                        + " from benefits.transfer t join benefits.bank_account a on a.id = t.account"
                        + " where t.line = ? order by t.attempt")
                .param(line)
                .query((r, n) -> new LineView.Try(
                        r.getString("reference"),
                        r.getString("state"),
                        r.getString("code"),
                        r.getObject("settled_on", LocalDate.class),
                        r.getString("bank"),
                        r.getString("number_masked"),
                        r.getString("holder"),
                        r.getLong("fen")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("run"),
                row.getLong("household"),
                row.getString("number"),
                row.getString("payee"),
                Aid.valueOf(row.getString("benefit")),
                row.getObject("month", LocalDate.class),
                row.getLong("regular_fen"),
                row.getLong("arrears_fen"),
                row.getLong("recovered_fen"),
                row.getLong("fen"),
                row.getLong("before_fen"),
                row.getString("change"),
                row.getString("reason"),
                row.getString("accepted_why"),
                row.getString("state"));
    }
}
