package org.doudi.server.reverification.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.ChangedFact;
import org.doudi.server.reverification.Ending;
import org.doudi.server.reverification.Fallout;
import org.doudi.server.reverification.Finding;
import org.doudi.server.reverification.PlanLine;
import org.doudi.server.reverification.PlanQuery;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.Reverification.End;
import org.doudi.server.reverification.Reverification.Stop;
import org.doudi.server.reverification.Reverification.Told;
import org.doudi.server.reverification.Reverification.VisitMade;
import org.doudi.server.reverification.Stage;
import org.doudi.server.reverification.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The looks, one by one and as lists. */
@Repository
public class TaskStore {
    static final String TASK =
            "select t.*, h.number, coalesce(p.name, '') as head from reverification.task t join registry.household h"
                    + " on h.id = t.household left join registry.person p on p.id = h.head ";

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the machine may close. */
    public record Rule(boolean machineCloses, boolean acceptsExamples) {}

    /** A page of looks. */
    public List<Reverification> list(PlanQuery query, long officer, LocalDate day, int offset, int limit) {
        String which = switch (query.show()) {
            case PLANNED -> "t.state = 'PLANNED'";
            case OVERDUE -> "t.state <> 'DONE' and t.due_on < :day";
            case MINE -> "t.state = 'PLANNED' and t.visitor = :me";
            case TO_TELL -> "t.state = 'PLANNED' and t.announced_on is not null and t.delivered_on is null";
            case TO_CONFIRM -> "t.state = 'TO_CONFIRM'";
            case HELD -> "t.hold is not null and t.hold_lifted_on is null";
            case DONE -> "t.state = 'DONE'";
        };
        String order = query.show() == PlanQuery.Show.DONE ? "t.ended_on desc, t.id desc" : "t.due_on, t.id";
        return jdbc.sql(TASK + "where " + which + " and t.village like :place || '%' order by " + order
                        + " offset :offset limit :limit")
                .param("place", query.place())
                .param("day", day)
                .param("me", officer)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> task(row, day))
                .list();
    }

    /** How many families of one's area are to be told. */
    public long toTell() {
        return jdbc.sql("select count(*) from reverification.task where state = 'PLANNED' and announced_on is not null"
                        + " and delivered_on is null")
                .query(Long.class)
                .single();
    }

    /** Whether the rule of a day asks for an economic check before the machine closes a household of the category. */
    public boolean asksCheck(Category category, LocalDate day) {
        return jdbc.sql("select asks_check from reverification.rhythm where state = 'IN_FORCE' and category = ?"
                        + " and valid_from <= ? order by valid_from desc, id desc limit 1")
                .params(category.name(), day)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** A look of one's area. */
    public Optional<Reverification> find(long id, LocalDate day) {
        return jdbc.sql(TASK + "where t.id = ?")
                .param(id)
                .query((row, n) -> task(row, day))
                .optional();
    }

    /** Lets nobody else change it until the transaction ends. */
    public void lock(long id) {
        jdbc.sql("select id from reverification.task where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** The looks at a household, the newest first. */
    public List<Reverification> of(long household, LocalDate day) {
        return jdbc.sql(TASK + "where t.household = ? order by t.id desc")
                .param(household)
                .query((row, n) -> task(row, day))
                .list();
    }

    /** The plan of one's area by divisions of so many digits, below a place. */
    public List<PlanLine> board(String place, int digits, LocalDate day) {
        return jdbc.sql("""
                select left(t.village, :digits) as at, coalesce(max(d.name), max(left(t.village, :digits))) as name,
                    count(*) filter (where t.state = 'PLANNED') as planned,
                    count(*) filter (where t.state = 'PLANNED' and t.due_on between :day and :day + 30) as soon,
                    count(*) filter (where t.state <> 'DONE' and t.due_on < :day) as overdue,
                    count(*) filter (where t.state = 'PLANNED' and t.visitor is null) as unassigned,
                    count(*) filter (where t.state = 'TO_CONFIRM') as to_confirm,
                    count(*) filter (where t.hold is not null and t.hold_lifted_on is null) as held,
                    count(*) filter (where t.state = 'DONE' and t.ended_on > :day - interval '12 months') as done
                from reverification.task t left join registry.division d on d.code = left(t.village, :digits) and d.valid_to is null
                where t.village like :place || '%'
                group by 1 order by 1
                """)
                .param("digits", digits)
                .param("day", day)
                .param("place", place)
                .query((row, n) -> new PlanLine(
                        row.getString("at"),
                        row.getString("name"),
                        row.getLong("planned"),
                        row.getLong("soon"),
                        row.getLong("overdue"),
                        row.getLong("unassigned"),
                        row.getLong("to_confirm"),
                        row.getLong("held"),
                        row.getLong("done")))
                .list();
    }

    /** Whether the machine may close a household of the category on a day. */
    public Rule rule(Category category, LocalDate day) {
        return jdbc.sql(
                        "select machine_closes, accepts_examples from reverification.rhythm where state = 'IN_FORCE' and category = ?"
                                + " and valid_from <= ? order by valid_from desc, id desc limit 1")
                .params(category.name(), day)
                .query((row, n) -> new Rule(row.getBoolean(1), row.getBoolean(2)))
                .optional()
                .orElse(new Rule(false, false));
    }

    /** Asks somebody to visit. */
    public void assign(long id, long visitor, String name) {
        jdbc.sql("update reverification.task set visitor = ?, visitor_name = ?, version = version + 1 where id = ?")
                .params(visitor, name, id)
                .update();
    }

    /** Notes that the family got its notice. */
    public void deliver(long id, LocalDate day, long officer, Way way, String receivedBy) {
        jdbc.sql("update reverification.task set delivered_on = ?, delivered_by = ?, way = ?, received_by = ?,"
                        + " version = version + 1 where id = ?")
                .params(day, officer, way.name(), receivedBy, id)
                .update();
    }

    /** Keeps what a visit found, for a person to look at. */
    public void visited(long id, VisitMade visit) {
        jdbc.sql(
                        "update reverification.task set state = 'TO_CONFIRM', visited_on = ?, recorded_by = ?, recorded_name = ?,"
                                + " finding = ?, change = ?, evidence = ?, fallout = ?, version = version + 1 where id = ?")
                .params(Arrays.asList(
                        visit.on(),
                        visit.by(),
                        visit.byName(),
                        visit.finding().name(),
                        name(visit.change()),
                        visit.evidence(),
                        name(visit.fallout()),
                        id))
                .update();
    }

    /** The key of the form by which an officer recorded the visit of a look. */
    public Optional<String> sent(long id, long officer) {
        return jdbc.sql("select visit_key::text from reverification.task where id = ? and recorded_by = ?"
                        + " and visit_key is not null")
                .params(id, officer)
                .query(String.class)
                .optional();
    }

    /** Notes the key of the form that brought the visit. */
    public void keyed(long id, String key) {
        jdbc.sql("update reverification.task set visit_key = cast(? as uuid) where id = ?")
                .params(key, id)
                .update();
    }

    /** Ends it. */
    public void end(long id, End end, long officer) {
        jdbc.sql(
                        "update reverification.task set state = 'DONE', ending = ?, ended_on = ?, ended_by = ?, ended_words = ?,"
                                + " case_number = ?, version = version + 1 where id = ?")
                .params(Arrays.asList(end.ending().name(), end.on(), officer, end.words(), end.caseNumber(), id))
                .update();
    }

    static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static <E extends Enum<E>> @Nullable E code(ResultSet row, String column, Class<E> of) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(of, name);
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Reverification task(ResultSet row, LocalDate day) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        return new Reverification(
                row.getLong("id"),
                row.getLong("household"),
                row.getString("number"),
                row.getString("head"),
                row.getString("village"),
                Category.valueOf(row.getString("category")),
                Reverification.Origin.valueOf(row.getString("origin")),
                row.getObject("base_on", LocalDate.class),
                due,
                ChronoUnit.DAYS.between(day, due),
                Stage.valueOf(row.getString("state")),
                row.getObject("visitor", Long.class),
                row.getString("visitor_name"),
                new Told(
                        date(row, "announced_on"),
                        date(row, "delivered_on"),
                        code(row, "way", Way.class),
                        row.getString("received_by")),
                visit(row),
                end(row),
                row.getObject("hold") == null ? null : new Stop(row.getLong("hold"), date(row, "hold_lifted_on")),
                row.getInt("version"));
    }

    private static @Nullable VisitMade visit(ResultSet row) throws SQLException {
        Finding finding = code(row, "finding", Finding.class);
        return finding == null
                ? null
                : new VisitMade(
                        row.getObject("visited_on", LocalDate.class),
                        row.getLong("recorded_by"),
                        row.getString("recorded_name"),
                        finding,
                        code(row, "change", ChangedFact.class),
                        row.getString("evidence"),
                        code(row, "fallout", Fallout.class));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        Ending ending = code(row, "ending", Ending.class);
        return ending == null
                ? null
                : new End(
                        ending,
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("ended_words"),
                        row.getString("case_number"));
    }
}
