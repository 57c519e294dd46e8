package org.doudi.server.matching.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Alert;
import org.doudi.server.matching.Alert.Check;
import org.doudi.server.matching.Alert.End;
import org.doudi.server.matching.Alert.State;
import org.doudi.server.matching.Alert.Way;
import org.doudi.server.matching.AlertReason;
import org.doudi.server.matching.Alerts.Count;
import org.doudi.server.matching.Alerts.Tab;
import org.doudi.server.registry.InPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alerts. Row-level security shows those of one's area. */
@Repository
public class AlertStore {
    private static final String NAMED = "select a.*, h.number, coalesce(p.name, '') as head from ";
    private static final String NAMES =
            " a join registry.household h on h.id = a.household left join registry.person p on p.id = h.head ";
    private static final String ALERT = NAMED + "matching.alert" + NAMES;

    private static final String RAISE = """
            insert into matching.alert as a (village, household, reason, figure_fen, limit_fen, owner, state, opened_on, due_on)
            select h.village, h.id, r.reason, r.figure, r.lim, r.owner, 'OPEN', ?, r.due
            from unnest(?, ?, ?, ?, ?, ?) as r (household, reason, figure, lim, owner, due) join registry.household h on h.id = r.household
            on conflict (household, reason) where state <> 'CLOSED' do update
                set figure_fen = excluded.figure_fen, limit_fen = excluded.limit_fen
                where a.state = 'OPEN' and (a.figure_fen, a.limit_fen) is distinct from (excluded.figure_fen, excluded.limit_fen)
            """;

    private static final String END = """
            update matching.alert a set state = 'CLOSED', closed_on = ?, version = version + 1, outcome = coalesce(outcome, 'PASSED')
            where a.household = any (?) and a.state in ('OPEN', 'FALSE_ALARM')
                and not exists (select from unnest(?, ?) as s (household, reason) where s.household = a.household and s.reason = a.reason)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate sets;
    private final WorkingDays calendar;

    AlertStore(JdbcClient jdbc, JdbcTemplate sets, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.calendar = deadlines.calendar();
    }

    /** What figures ask for. */
    public record Raised(
            long household,
            AlertReason reason,
            @Nullable Long figureFen,
            @Nullable Long limitFen) {}

    private record Duty(Role role, int workingDays) {}

    /** Raises what does not stand yet; what stands and nobody looked into gets the new figures. */
    public void raise(List<Raised> raised, LocalDate day) {
        if (raised.isEmpty()) {
            return;
        }
        Map<String, Duty> duties = new HashMap<>();
        jdbc.sql("select distinct on (reason) reason, role, working_days from matching.alert_duty where valid_from <= ?"
                        + " order by reason, valid_from desc")
                .param(day)
                .query(row -> {
                    duties.put(row.getString(1), new Duty(Role.valueOf(row.getString(2)), row.getInt(3)));
                });
        sets.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(RAISE);
            insert.setObject(1, day);
            insert.setArray(2, DueStore.longs(connection, raised.stream().map(Raised::household)));
            insert.setArray(3, reasons(connection, raised));
            insert.setArray(4, DueStore.longs(connection, raised.stream().map(Raised::figureFen)));
            insert.setArray(5, DueStore.longs(connection, raised.stream().map(Raised::limitFen)));
            insert.setArray(
                    6,
                    DueStore.texts(
                            connection,
                            raised.stream().map(r -> duty(duties, r).role().name())));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "date",
                            raised.stream()
                                    .map(r -> calendar.after(
                                                    day, duty(duties, r).workingDays())
                                            .toString())
                                    .toArray()));
            return insert;
        });
    }

    private static Duty duty(Map<String, Duty> duties, Raised raised) {
        return Objects.requireNonNull(duties.get(raised.reason().name()), "a reason without an office");
    }

    private static Array reasons(Connection connection, List<Raised> raised) throws SQLException {
        return DueStore.texts(connection, raised.stream().map(r -> r.reason().name()));
    }

    /** Follows households that moved to another village. */
    public void follow(List<Long> households) {
        jdbc.sql("update matching.alert a set village = h.village from registry.household h where h.id = a.household"
                        + " and a.household in (:households) and a.state <> 'CLOSED' and a.village <> h.village")
                .param("households", households)
                .update();
    }

    /** Ends what stands for households and is asked for no longer; what is in a case ends by the case. */
    public void end(List<Long> households, List<Raised> still, LocalDate day) {
        sets.update(connection -> {
            PreparedStatement update = connection.prepareStatement(END);
            update.setObject(1, day);
            update.setArray(2, DueStore.longs(connection, households.stream()));
            update.setArray(3, DueStore.longs(connection, still.stream().map(Raised::household)));
            update.setArray(4, reasons(connection, still));
            return update;
        });
    }

    /** Those of the households in which somebody had work that ended since a day, and has none now. */
    public List<Long> jobLost(List<Long> households, LocalDate since, LocalDate day) {
        return jdbc.sql("select distinct f.household from registry.fact f where f.household in (:households)"
                        + " and f.kind = 'MEMBER' and f.known_to is null and jsonb_typeof(f.content -> 'job') = 'object'"
                        + " and f.valid_to > :since and f.valid_to <= :day and exists (select from registry.membership m"
                        + " where m.person = f.person and m.household = f.household and m.known_to is null"
                        + " and m.valid_to is null) and not exists (select from registry.fact n"
                        + " where n.household = f.household and n.person = f.person and n.kind = 'MEMBER'"
                        + " and n.known_to is null and jsonb_typeof(n.content -> 'job') = 'object'"
                        + " and n.valid_from <= :day and (n.valid_to is null or n.valid_to > :day))")
                .param("households", households)
                .param("since", since)
                .param("day", day)
                .query(Long.class)
                .list();
    }

    /** A page of alerts, the first due first. */
    public List<Alert> list(Tab tab, String place, LocalDate day, int offset, int limit) {
        String which = switch (tab) {
            case OVERDUE -> "a.state in ('OPEN', 'CONFIRMED') and a.due_on < :day";
            case OPEN, CONFIRMED, IN_CASE, FALSE_ALARM -> "a.state = :state and a.state <> 'CLOSED'";
            case CLOSED -> "a.state = 'CLOSED'";
        };
        String order = " order by " + (tab == Tab.CLOSED ? "a.closed_on desc, a.id desc" : "a.due_on, a.id");
        InPlace in = InPlace.of(place);
        // the page is cut before the households and people are asked for
        String rows = "(select * from matching.alert a where" + in.where("a") + "and " + which + order
                + " offset :offset limit :limit)";
        return in.bind(jdbc.sql(NAMED + rows + NAMES + order))
                .param("state", tab.name())
                .param("day", day)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> alert(row, day))
                .list();
    }

    /** Figures by divisions of so many digits below a place. */
    public List<Count> counts(String place, int digits, LocalDate day) {
        InPlace in = InPlace.of(place);
        return in.bind(jdbc.sql("""
                select c.at, coalesce(d.name, c.at) as name, c.open, c.overdue, c.confirmed, c.in_case, c.aided, c.not_aided, c.unfounded
                from (select left(a.village, :digits) as at, count(*) filter (where a.state = 'OPEN') as open,
                    count(*) filter (where a.state in ('OPEN', 'CONFIRMED') and a.due_on < :day) as overdue,
                    count(*) filter (where a.state = 'CONFIRMED') as confirmed, count(*) filter (where a.state = 'IN_CASE') as in_case,
                    count(*) filter (where a.outcome = 'AIDED' and a.closed_on > :day - 365) as aided,
                    count(*) filter (where a.outcome = 'NOT_AIDED' and a.closed_on > :day - 365) as not_aided,
                    count(*) filter (where a.outcome in ('FIGURES_WRONG', 'COVERED', 'BEARABLE') and a.checked_on > :day - 365) as unfounded
                from matching.alert a where""" + in.where("a") + """
                    and (a.state <> 'CLOSED' or a.closed_on > :day - 365) group by 1) c
                left join registry.division d on d.code = c.at and d.valid_to is null order by 1
                """))
                .param("digits", digits)
                .param("day", day)
                .query((row, n) -> new Count(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
    }

    /** An alert of one's area. */
    public Optional<Alert> find(long id, LocalDate day) {
        return jdbc.sql(ALERT + "where a.id = ?")
                .param(id)
                .query((row, n) -> alert(row, day))
                .optional();
    }

    /** The alerts of a household that stand, the newest first. */
    public List<Alert> of(long household, LocalDate day) {
        return jdbc.sql(ALERT + "where a.household = ? and a.state <> 'CLOSED' order by a.id desc")
                .param(household)
                .query((row, n) -> alert(row, day))
                .list();
    }

    /** The alert of a household for a reason that stands. */
    public Optional<Long> standing(long household, AlertReason reason) {
        return jdbc.sql("select id from matching.alert where household = ? and reason = ? and state <> 'CLOSED'")
                .params(household, reason.name())
                .query(Long.class)
                .optional();
    }

    /** Lets nobody else change it until the transaction ends. */
    public void lock(long id) {
        jdbc.sql("select id from matching.alert where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** Keeps what a person found. */
    public void checked(long id, State state, Check check, @Nullable End outcome) {
        jdbc.sql("update matching.alert set state = :state, checked_on = :on, checked_by = :by, checked_name = :name,"
                        + " way = :way, words = :words, outcome = :outcome, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("on", check.on())
                .param("by", check.by())
                .param("name", check.byName())
                .param("way", check.way().name())
                .param("words", check.words())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("id", id)
                .update();
    }

    /** A case was opened for it. */
    public void inCase(long id, String number) {
        jdbc.sql("update matching.alert set state = 'IN_CASE', case_number = ?, version = version + 1 where id = ?")
                .params(number, id)
                .update();
    }

    /** The case was decided. */
    public void decided(String number, End outcome, LocalDate day) {
        jdbc.sql("update matching.alert set state = 'CLOSED', outcome = ?, closed_on = ?, version = version + 1"
                        + " where case_number = ? and state = 'IN_CASE'")
                .params(outcome.name(), day, number)
                .update();
    }

    private Alert alert(ResultSet row, LocalDate day) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String way = row.getString("way");
        String outcome = row.getString("outcome");
        return new Alert(
                row.getLong("id"),
                row.getLong("household"),
                row.getString("number"),
                row.getString("head"),
                row.getString("village"),
                AlertReason.valueOf(row.getString("reason")),
                row.getObject("figure_fen", Long.class),
                row.getObject("limit_fen", Long.class),
                Role.valueOf(row.getString("owner")),
                State.valueOf(row.getString("state")),
                row.getObject("opened_on", LocalDate.class),
                due,
                calendar.left(day, due),
                way == null
                        ? null
                        : new Check(
                                row.getObject("checked_on", LocalDate.class),
                                row.getLong("checked_by"),
                                row.getString("checked_name"),
                                Way.valueOf(way),
                                row.getString("words")),
                row.getString("case_number"),
                outcome == null ? null : End.valueOf(outcome),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"));
    }
}
