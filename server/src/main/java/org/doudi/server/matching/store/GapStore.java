package org.doudi.server.matching.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doudi.policy.Gap;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Board;
import org.doudi.server.matching.GapQuery;
import org.doudi.server.matching.GapState;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Outcome;
import org.doudi.server.registry.InPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gaps. Row-level security shows those of one's area. */
@Repository
public class GapStore {
    private static final int AT_ONCE = 1000;
    private static final int MOST_OF_A_FILE = 200_000;
    private static final String GAPS = """
            select g.id, g.village, g.household, h.number, head.name as head, p.name as person_name, g.kind, g.owner, g.state,
                g.opened_on, g.due_on, a.name as holder_name, g.case_number, g.outcome, g.words, g.decided_on, g.closed_on, g.version
            from %s g join registry.household h on h.id = g.household
            left join registry.person head on head.id = h.head left join registry.person p on p.id = g.person
            left join identity.account a on a.id = g.holder
            """;
    private static final String GAP = GAPS.formatted("matching.gap");
    private static final String ORDER = " order by g.due_on, g.id ";

    private final JdbcClient jdbc;
    private final WorkingDays calendar;

    GapStore(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.calendar = deadlines.calendar();
    }

    /** A page of gaps, the first due first. */
    public List<GapView> list(GapQuery query, Role role, LocalDate day, int offset, int limit) {
        return asked(query, role, day, ORDER + "offset " + offset + " limit " + limit)
                .query((row, n) -> view(row, day))
                .list();
    }

    /** All gaps of a query. */
    public void each(GapQuery query, Role role, LocalDate day, Consumer<GapView> to) {
        asked(query, role, day, ORDER + "limit " + MOST_OF_A_FILE)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    to.accept(view(row, day));
                });
    }

    private JdbcClient.StatementSpec asked(GapQuery query, Role role, LocalDate day, String end) {
        String which = switch (query.tab()) {
            case MINE -> " g.state in ('OPEN', 'IN_WORK') and g.owner = :role";
            case OVERDUE -> " g.state in ('OPEN', 'IN_WORK') and g.due_on < :day";
            case STANDING -> " g.state in ('OPEN', 'IN_WORK')";
            case SETTLED -> " g.state = 'SETTLED'";
            case CLOSED -> " g.state = 'CLOSED'";
        };
        InPlace place = InPlace.of(query.place());
        // the page is cut before the households and people are asked for
        String rows = "(select * from matching.gap g where" + place.where("g") + "and" + which
                + (query.kind() == null ? "" : " and g.kind = :kind") + end + ")";
        return place.bind(jdbc.sql(GAPS.formatted(rows) + ORDER))
                .param("role", role.name())
                .param("day", day)
                .param("kind", query.kind() == null ? null : query.kind().name());
    }

    /** A gap in one's area. */
    public Optional<GapView> find(long id, LocalDate day) {
        return jdbc.sql(GAP + "where g.id = ?")
                .param(id)
                .query((row, n) -> view(row, day))
                .optional();
    }

    /** Lets nobody else move a gap until the transaction ends. */
    public void lock(long id) {
        jdbc.sql("select id from matching.gap where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** The gaps of a household that stand. */
    public List<GapView> of(long household, LocalDate day) {
        return jdbc.sql(GAP + "where g.household = ? and g.state <> 'CLOSED'" + ORDER)
                .param(household)
                .query((row, n) -> view(row, day))
                .list();
    }

    private GapView view(ResultSet row, LocalDate day) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String outcome = row.getString("outcome");
        return new GapView(
                row.getLong("id"),
                row.getString("village"),
                row.getLong("household"),
                row.getString("number"),
                row.getString("head"),
                row.getString("person_name"),
                Gap.Kind.valueOf(row.getString("kind")),
                Role.valueOf(row.getString("owner")),
                GapState.valueOf(row.getString("state")),
                row.getObject("opened_on", LocalDate.class),
                due,
                calendar.left(day, due),
                row.getString("holder_name"),
                row.getString("case_number"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("words"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"));
    }

    /** Somebody works on it. */
    public void take(GapView gap, long officer) {
        jdbc.sql("update matching.gap set state = 'IN_WORK', holder = ?, version = version + 1 where id = ?")
                .params(officer, gap.id())
                .update();
    }

    /** A person said why it stays. */
    public void settle(GapView gap, Outcome outcome, String words, long officer, LocalDate day) {
        jdbc.sql("update matching.gap set state = 'SETTLED', outcome = ?, words = ?, decided_by = ?, decided_on = ?,"
                        + " version = version + 1 where id = ?")
                .params(outcome.name(), words, officer, day, gap.id())
                .update();
    }

    /** It is worked on again. */
    public void reopen(GapView gap, long officer) {
        jdbc.sql("update matching.gap set state = 'IN_WORK', holder = ?, outcome = null, words = null,"
                        + " decided_by = null, decided_on = null, version = version + 1 where id = ?")
                .params(officer, gap.id())
                .update();
    }

    /**
     * A case was opened for it.
     *
     * @param officer who did; null where it opened by itself, and nobody has taken it
     */
    public void inCase(long gap, String number, @Nullable Long officer) {
        jdbc.sql("update matching.gap set state = 'IN_WORK', holder = coalesce(holder, cast(:officer as bigint)),"
                        + " case_number = :number, version = version + 1 where id = :id")
                .param("officer", officer)
                .param("number", number)
                .param("id", gap)
                .update();
    }

    /** A gap that opens a case by itself and has none yet. */
    public record Waiting(long id, long household, String village, Gap.Kind kind) {}

    /**
     * The next such gaps behind one: those that have stood overnight, for a list may still be on its way; and none of somebody missing from
     * a roll of which the county has not handed in a line.
     */
    public List<Waiting> withoutCase(LocalDate day, long after, int most) {
        return jdbc.sql("""
                        select g.id, g.household, g.village, g.kind from matching.gap g
                        where g.state = 'OPEN' and g.case_number is null and g.id > :after and g.opened_on < :day
                            and g.kind in (select d.kind from (select distinct on (kind) kind, opens_case from matching.duty
                                where valid_from <= :day order by kind, valid_from desc) d where d.opens_case)
                            and (g.kind <> 'MISSING_FROM_TEKUN' or exists (select from registry.roll_entry r where r.roll = 'TEKUN'
                                and r.village >= left(g.village, 6) || '000000' and r.village <= left(g.village, 6) || '999999'))
                        order by g.id limit :most
                        """)
                .param("after", after)
                .param("day", day)
                .param("most", most)
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        row.getLong("household"),
                        row.getString("village"),
                        Gap.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    /** Whether a gap still waits; nobody moves it until the transaction ends. */
    public boolean stillWaits(long id) {
        return jdbc.sql(
                        "select id from matching.gap where id = ? and state = 'OPEN' and case_number is null for update")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Notes the case that was decided for the household's gaps. */
    public void decided(long household, String number) {
        jdbc.sql("update matching.gap set case_number = ? where household = ? and state in ('OPEN', 'IN_WORK')")
                .params(number, household)
                .update();
    }

    /** Figures below each division of so many digits. */
    public List<Board.Row> board(int digits, LocalDate day) {
        return jdbc.sql("select place, kind, standing, overdue, settled, opened, closed from matching.board(?, ?)"
                        + " order by place, kind")
                .params(digits, day)
                .query((row, n) -> new Board.Row(
                        row.getString("place"),
                        Gap.Kind.valueOf(row.getString("kind")),
                        row.getLong("standing"),
                        row.getLong("overdue"),
                        row.getLong("settled"),
                        row.getLong("opened"),
                        row.getLong("closed")))
                .list();
    }

    /** How many stood at the end of each of the last weeks. */
    public List<Board.Week> trend(LocalDate day) {
        return jdbc.sql("select week, standing from matching.trend(?) order by week")
                .param(day)
                .query((row, n) -> new Board.Week(row.getObject("week", LocalDate.class), row.getLong("standing")))
                .list();
    }
}
