package org.doudi.server.matching.store;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.doudi.policy.Gap;
import org.doudi.server.identity.Department;
import org.doudi.server.matching.GapState;
import org.doudi.server.matching.ListGap;
import org.doudi.server.matching.ListGapsMoved;
import org.doudi.server.matching.Outcome;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of which rows of lists gaps came. Row-level security shows a department its own. */
@Repository
public class OriginStore {
    private static final int AT_ONCE = 1000;
    private static final String TAKE = """
            with gone as (delete from matching.named where household = any (?) returning household, import, line)
            insert into matching.origin (gap, village, department, list, import, file_name, line, due_on)
            select distinct on (g.id, n.import) g.id, g.village, l.department, l.list, n.import, l.file_name, n.line, ?
            from gone n join matching.gap g on g.household = n.household and g.id > ? and g.state <> 'CLOSED'
                cross join lateral matching.list_of(n.import) l
            order by g.id, n.import, n.line
            """;
    private static final String ENDED =
            "case g.state when 'CLOSED' then coalesce(g.decided_on, g.closed_on) when 'SETTLED' then g.decided_on end";
    private static final String ROWS =
            "select o.id, o.list, o.file_name, o.line, p.name as head, g.kind, g.state, g.opened_on, o.due_on, g.outcome, "
                    + ENDED + " as ended_on from matching.origin o join matching.gap g on g.id = o.gap"
                    + " join registry.household h on h.id = g.household left join registry.person p on p.id = h.head ";
    private static final String LATE_FIRST = "order by (" + ENDED + ") is not null, (" + ENDED
            + ") is null and o.due_on < :day desc, o.due_on, o.id desc";
    private static final RowMapper<ListGap> MAPPER = (row, n) -> {
        String outcome = row.getString("outcome");
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        String head = row.getString("head");
        return new ListGap(
                row.getLong("id"),
                ListKind.valueOf(row.getString("list")),
                row.getString("file_name"),
                row.getInt("line"),
                head == null ? "" : head,
                Gap.Kind.valueOf(row.getString("kind")),
                GapState.valueOf(row.getString("state")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                outcome == null || ended == null ? null : Outcome.valueOf(outcome),
                ended);
    };

    private final JdbcClient jdbc;
    private final JdbcTemplate sets;

    OriginStore(JdbcClient jdbc, JdbcTemplate sets) {
        this.jdbc = jdbc;
        this.sets = sets;
    }

    /** The last gap that opened by now. */
    public long lastGap() {
        return jdbc.sql("select coalesce(max(id), 0) from matching.gap")
                .query(Long.class)
                .single();
    }

    /** Within how many working days a department is to hear the end of a gap. */
    public int workingDays(LocalDate day) {
        return jdbc.sql("select working_days from matching.answer_clock where valid_from <= ?"
                        + " order by valid_from desc limit 1")
                .param(day)
                .query(Integer.class)
                .single();
    }

    /** Notes for the gaps of some households that opened after one of which rows they came. */
    public int note(List<Long> households, long lastGap, LocalDate due) {
        return sets.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(TAKE);
            insert.setArray(1, DueStore.longs(connection, households.stream()));
            insert.setObject(2, due);
            insert.setLong(3, lastGap);
            return insert;
        });
    }

    /** What is to be told now of some gaps, or of all whose end was not told; it is told once. */
    public List<ListGapsMoved.Row> answers(@Nullable List<Long> gaps, LocalDate again) {
        return sets.query(
                "select origin, village, department, list, import, file_name, line, kind, opened_on, due_on, outcome, ended_on"
                        + " from matching.answers(?, ?)",
                statement -> {
                    statement.setArray(
                            1, gaps == null ? null : DueStore.longs(statement.getConnection(), gaps.stream()));
                    statement.setObject(2, again);
                },
                (row, n) -> {
                    String outcome = row.getString("outcome");
                    return new ListGapsMoved.Row(
                            row.getLong("origin"),
                            row.getString("village"),
                            Department.valueOf(row.getString("department")),
                            ListKind.valueOf(row.getString("list")),
                            row.getLong("import"),
                            row.getString("file_name"),
                            row.getInt("line"),
                            Gap.Kind.valueOf(row.getString("kind")),
                            row.getObject("opened_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            outcome == null ? null : Outcome.valueOf(outcome),
                            row.getObject("ended_on", LocalDate.class));
                });
    }

    /** A page, the late ones first, then those that wait, then those that ended. */
    public List<ListGap> list(LocalDate day, int offset, int limit) {
        return jdbc.sql(ROWS + LATE_FIRST + " offset :offset limit :limit")
                .param("day", day)
                .param("offset", offset)
                .param("limit", limit)
                .query(MAPPER)
                .list();
    }

    /** Those of one list after one of them. */
    public List<ListGap> of(long listImport, long after, int limit) {
        return jdbc.sql(ROWS + "where o.import = ? and o.id > ? order by o.id limit ?")
                .params(listImport, after, limit)
                .query(MAPPER)
                .list();
    }

    /** All of one's department. */
    public void each(LocalDate day, Consumer<ListGap> to) {
        jdbc.sql(ROWS + LATE_FIRST).withFetchSize(AT_ONCE).param("day", day).query(row -> {
            to.accept(Objects.requireNonNull(MAPPER.mapRow(row, 0)));
        });
    }
}
