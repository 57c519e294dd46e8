package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of runs. Row-level security shows those of one's area. */
@Repository
public class RunStore {
    private static final String RUN = "select id, county, kind, month, state, frozen_at, due_on, made_by, checked_by,"
            + " released_by, released_on, version, (select f.hash from benefits.run_file f where f.run = r.id) as file_hash"
            + " from benefits.run r ";

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a run; nothing if the county has one of this kind for the month. */
    public Optional<Long> insert(
            String county, Run.Kind kind, LocalDate month, Instant frozenAt, LocalDate dueOn, long officer) {
        return jdbc.sql("insert into benefits.run (county, kind, month, state, frozen_at, due_on, made_by)"
                        + " values (?, ?, ?, 'COMPUTED', ?, ?, ?)"
                        + " on conflict (county, kind, month) where state <> 'CANCELLED' do nothing returning id")
                .params(county, kind.name(), month, frozenAt.atOffset(ZoneOffset.UTC), dueOn, officer)
                .query(Long.class)
                .optional();
    }

    /** A run in one's area. */
    public Optional<Run> find(long id) {
        return jdbc.sql(RUN + "where id = ?").param(id).query(RunStore::run).optional();
    }

    /** The monthly run that a county has for a month. */
    public Optional<Run> standing(String county, LocalDate month) {
        return jdbc.sql(RUN + "where county = ? and month = ? and kind = 'MONTHLY' and state <> 'CANCELLED'")
                .params(county, month)
                .query(RunStore::run)
                .optional();
    }

    /** A run in one's area, which nobody else moves until the transaction ends. */
    public Optional<Run> lock(long id) {
        return jdbc.sql(RUN + "where id = ? for update")
                .param(id)
                .query(RunStore::run)
                .optional();
    }

    /** The runs of one's area, the newest month first. */
    public List<Run> all(int offset, int limit) {
        return jdbc.sql(RUN + "order by month desc, id desc offset ? limit ?")
                .params(offset, limit)
                .query(RunStore::run)
                .list();
    }

    /** The moment that the last run before this one was frozen at; null before the first. */
    public @Nullable Instant frozenBefore(Run run) {
        OffsetDateTime at = jdbc.sql("select max(frozen_at) from benefits.run where county = ? and kind = ?"
                        + " and state <> 'CANCELLED' and id < ?")
                .params(run.county(), run.kind().name(), run.id())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .orElse(null);
        return at == null ? null : at.toInstant();
    }

    /** Writes how a run stands. */
    public void move(
            Run run,
            Run.State to,
            @Nullable Long checkedBy,
            @Nullable Long releasedBy,
            @Nullable LocalDate releasedOn) {
        jdbc.sql("update benefits.run set state = ?, checked_by = ?, released_by = ?, released_on = ?,"
                        + " version = version + 1 where id = ?")
                .params(Arrays.asList(to.name(), checkedBy, releasedBy, releasedOn, run.id()))
                .update();
    }

    /** Notes a command; tells whether it is new. */
    public boolean command(long run, String key, String what, long officer, Instant at) {
        return jdbc.sql("insert into benefits.command (run, key, what, officer, at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(run, key, what, officer, at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("county"),
                Run.Kind.valueOf(row.getString("kind")),
                row.getObject("month", LocalDate.class),
                Run.State.valueOf(row.getString("state")),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getLong("made_by"),
                row.getObject("checked_by", Long.class),
                row.getObject("released_by", Long.class),
                row.getObject("released_on", LocalDate.class),
                row.getString("file_hash"),
                row.getInt("version"));
    }
}
