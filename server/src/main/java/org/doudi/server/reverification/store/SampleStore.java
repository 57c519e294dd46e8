package org.doudi.server.reverification.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.doudi.server.identity.Officer;
import org.doudi.server.reverification.Sample;
import org.doudi.server.reverification.Sample.Drawn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Random samples, and the drawing itself. */
@Repository
public class SampleStore {
    private static final String SAMPLE = "select s.*, coalesce(d.name, s.place) as name from reverification.sample s"
            + " left join registry.division d on d.code = s.place and d.valid_to is null ";

    private static final String ROLLED = " from registry.household h where h.village like :place || '%'"
            + " and (h.dissolved_on is null or h.dissolved_on > :day)"
            + " and exists (select from registry.roll_entry e where e.household = h.id and e.roll in ('DIBAO', 'TEKUN')"
            + " and e.known_from <= :known and (e.known_to is null or e.known_to > :known) and e.valid_from <= :day"
            + " and (e.valid_to is null or e.valid_to > :day)) ";

    private final JdbcClient jdbc;
    private final JdbcOperations operations;

    SampleStore(JdbcClient jdbc, JdbcOperations operations) {
        this.jdbc = jdbc;
        this.operations = operations;
    }

    /** From where and from what is drawn. */
    public record Urn(String place, LocalDate day, Instant known) {
        private OffsetDateTime knownAt() {
            return known.atOffset(ZoneOffset.UTC);
        }
    }

    /** How many could be drawn. */
    public int population(Urn urn) {
        return jdbc.sql("select count(*)" + ROLLED)
                .param("place", urn.place())
                .param("day", urn.day())
                .param("known", urn.knownAt())
                .query(Integer.class)
                .single();
    }

    /** Draws: the households with the lowest marks, by what was known. The same seed draws the same. */
    public List<Drawn> draw(Urn urn, String seed, int size) {
        return jdbc.sql("select h.id, h.village, h.number,"
                        + " encode(sha256(convert_to(:seed || ':' || h.number, 'UTF8')), 'hex') as mark" + ROLLED
                        + " order by mark, h.number limit :size")
                .param("seed", seed)
                .param("place", urn.place())
                .param("day", urn.day())
                .param("known", urn.knownAt())
                .param("size", size)
                .query(SampleStore::drawn)
                .list();
    }

    /** Keeps a sample; none if the place has one this month. */
    public Optional<Long> keep(Urn urn, String seed, int population, List<Drawn> drawn, LocalDate due, Officer by) {
        Optional<Long> id = jdbc.sql(
                        "insert into reverification.sample (village, place, month, drawn_on, known_at, seed,"
                                + " population, size, due_on, drawn_by, drawn_name) values (rpad(?, 12, '0'), ?,"
                                + " date_trunc('month', ?::date)::date, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (place, month) do nothing"
                                + " returning id")
                .params(
                        urn.place(),
                        urn.place(),
                        urn.day(),
                        urn.day(),
                        urn.knownAt(),
                        seed,
                        population,
                        drawn.size(),
                        due,
                        by.id().value(),
                        by.name())
                .query(Long.class)
                .optional();
        id.ifPresent(sample -> {
            keep(sample, drawn);
            jdbc.sql("update reverification.task t set origin = 'SAMPLE', due_on = least(t.due_on, ?),"
                            + " version = t.version + 1 from reverification.drawn d where d.sample = ?"
                            + " and d.household = t.household and t.state = 'PLANNED'")
                    .params(due, sample)
                    .update();
        });
        return id;
    }

    private void keep(long sample, List<Drawn> drawn) {
        int[] place = {0};
        operations.batchUpdate(
                "insert into reverification.drawn (sample, place, village, household, number, mark)"
                        + " values (?, ?, ?, ?, ?, ?)",
                drawn,
                drawn.size(),
                (statement, one) -> {
                    statement.setLong(1, sample);
                    statement.setInt(2, ++place[0]);
                    statement.setString(3, one.village());
                    statement.setLong(4, one.household());
                    statement.setString(5, one.number());
                    statement.setString(6, one.mark());
                });
    }

    /** The samples of one's area, the newest first. */
    public List<Sample> list(int offset, int limit) {
        return jdbc.sql(SAMPLE + "order by s.id desc offset ? limit ?")
                .params(offset, limit)
                .query((row, n) -> sample(row, List.of()))
                .list();
    }

    /** A sample of one's area with the drawn households. */
    public Optional<Sample> find(long id) {
        List<Drawn> drawn = jdbc.sql(
                        "select household, village, number, mark from reverification.drawn where sample = ? order by place")
                .param(id)
                .query(SampleStore::drawn)
                .list();
        return jdbc.sql(SAMPLE + "where s.id = ?")
                .param(id)
                .query((row, n) -> sample(row, drawn))
                .optional();
    }

    private static Drawn drawn(ResultSet row, int number) throws SQLException {
        return new Drawn(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static Sample sample(ResultSet row, List<Drawn> drawn) throws SQLException {
        return new Sample(
                row.getLong("id"),
                row.getString("place"),
                row.getString("name"),
                row.getObject("drawn_on", LocalDate.class),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                row.getString("seed"),
                row.getInt("population"),
                row.getInt("size"),
                row.getObject("due_on", LocalDate.class),
                row.getString("drawn_name"),
                drawn);
    }
}
