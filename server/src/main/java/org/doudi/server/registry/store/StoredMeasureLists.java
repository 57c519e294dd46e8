package org.doudi.server.registry.store;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.MeasureLists;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredMeasureLists implements MeasureLists {
    private static final int SILENT_MONTHS = 6;

    /** Each household once, with its group, its measures, and since when nothing was told of one that runs. */
    private static final String HELPED = """
            with rolled as (
                select e.household, case
                    when bool_or(e.roll = 'REGISTER' and e.content ->> 'state' = 'POOR') then 'REGISTER'
                    when bool_or(e.roll = 'DIBAO') then 'DIBAO'
                    when bool_or(e.roll = 'TEKUN') then 'TEKUN'
                    when bool_or(e.roll = 'PREFERENTIAL') then 'PREFERENTIAL' end as why,
                    coalesce(max(e.content ->> 'cause') filter (where e.roll = 'REGISTER'), '') as cause
                from registry.roll_entry e
                where e.known_to is null and e.valid_from <= :day and (e.valid_to is null or e.valid_to > :day)
                    and e.village like :place || '%'
                group by e.household),
            measured as (
                select m.id, m.household, m.started_on, r.stage, r.reported_on
                from registry.measure m left join lateral (
                    select stage, reported_on from registry.measure_report r where r.measure = m.id
                    order by reported_on desc, id desc limit 1) r on true
                where m.village like :place || '%'),
            helped as (
                select r.household, r.why, r.cause,
                    count(m.id) filter (where coalesce(m.stage, 'RUNNING') = 'RUNNING') as running,
                    count(m.id) filter (where m.stage <> 'RUNNING') as ended,
                    max(greatest(m.started_on, m.reported_on)) as told,
                    min(greatest(m.started_on, m.reported_on)) filter (where coalesce(m.stage, 'RUNNING') = 'RUNNING') as silent_since
                from rolled r left join measured m on m.household = r.household where r.why is not null
                group by r.household, r.why, r.cause),
            standing as (
                select h.*, case when running = 0 then 'WITHOUT' when silent_since < :silent then 'SILENT' else 'RUNNING' end as standing
                from helped h)
            """;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Today today;

    StoredMeasureLists(JdbcClient jdbc, AuditTrail trail, Today today) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.today = today;
    }

    private JdbcClient.StatementSpec asked(String rest, String place) {
        LocalDate day = today.date();
        return jdbc.sql(HELPED + rest)
                .param("day", day)
                .param("place", place)
                .param("silent", day.minusMonths(SILENT_MONTHS));
    }

    @Override
    public List<Count> counts(String place) {
        return asked("select why, standing, count(*) from standing group by 1, 2", place)
                .query((row, n) ->
                        new Count(Group.valueOf(row.getString(1)), Standing.valueOf(row.getString(2)), row.getLong(3)))
                .list();
    }

    @Override
    public List<Line> list(Group group, Standing standing, String place, int offset, int limit) {
        List<Line> lines = asked(
                        "select s.*, h.number, h.village, coalesce(p.name, '') as head from standing s"
                                + " join registry.household h on h.id = s.household left join registry.person p on p.id = h.head"
                                + " where s.why = :group and s.standing = :standing order by h.village, h.id"
                                + " offset :offset limit :limit",
                        place)
                .param("group", group.name())
                .param("standing", standing.name())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getLong("household"),
                        row.getString("number"),
                        row.getString("head"),
                        row.getString("village"),
                        group,
                        row.getString("cause"),
                        row.getLong("running"),
                        row.getLong("ended"),
                        Times.dayOrNull(row, "told")))
                .list();
        trail.record(
                Act.SEARCHED,
                Subject.NONE,
                "",
                "measures " + group + " " + standing + " " + place + " " + lines.size());
        return lines;
    }
}
