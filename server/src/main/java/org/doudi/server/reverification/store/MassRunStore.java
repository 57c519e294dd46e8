package org.doudi.server.reverification.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.Fallout;
import org.doudi.server.reverification.MassRun;
import org.doudi.server.reverification.MassRun.State;
import org.doudi.server.reverification.Reverification;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks of many looks at once. */
@Repository
public class MassRunStore {
    private static final String RUN = "select r.*, coalesce(d.name, r.place) as name,"
            + " (select count(*) from reverification.task t where t.mass_run = r.id) as looked,"
            + " (select count(*) from reverification.task t where t.mass_run = r.id and t.checked_fallout is null) as closed"
            + " from reverification.mass_run r left join registry.division d on d.code = r.place and d.valid_to is null ";

    private final JdbcClient jdbc;

    MassRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which looks one goes through. */
    public record Of(String place, @Nullable Category category, LocalDate until) {}

    /** One that has work to do, locked until the transaction ends. */
    public record Next(long id, Of scope, long reached) {}

    /** Begins one; nothing if one of the same place and category is not done yet. */
    public Optional<Long> start(String place, @Nullable Category category, LocalDate until, LocalDate day, Officer me) {
        return jdbc.sql("insert into reverification.mass_run (village, place, category, due_until, state, total,"
                        + " started_on, started_by, started_name) select :village, :place, cast(:category as text), :until,"
                        + " 'RUNNING', (select count(*) from reverification.task t where t.state = 'PLANNED'"
                        + " and t.village like :place || '%' and t.due_on <= :until"
                        + " and (cast(:category as text) is null or t.category = :category)), :day, :by, :name"
                        + " on conflict do nothing returning id")
                .param("village", new Area(place).from())
                .param("place", place)
                .param("category", category == null ? null : category.name())
                .param("until", until)
                .param("day", day)
                .param("by", me.id().value())
                .param("name", me.name())
                .query(Long.class)
                .optional();
    }

    /** Stops it or lets it go on; tells whether nobody was faster. */
    public boolean move(long id, int version, State to) {
        return jdbc.sql(
                                "update reverification.mass_run set state = ?, version = version + 1 where id = ? and version = ?")
                        .params(to.name(), id, version)
                        .update()
                == 1;
    }

    /** The first that runs and that nobody else works on. */
    public Optional<Next> next() {
        return jdbc.sql("select * from reverification.mass_run where state = 'RUNNING' order by id limit 1"
                        + " for update skip locked")
                .query((row, n) -> new Next(
                        row.getLong("id"),
                        new Of(row.getString("place"), category(row), row.getObject("due_until", LocalDate.class)),
                        row.getLong("reached")))
                .optional();
    }

    /** Notes how far it came. */
    public void reached(long id, long task) {
        jdbc.sql("update reverification.mass_run set reached = ? where id = ?")
                .params(task, id)
                .update();
    }

    /** It is through. */
    public void done(long id, LocalDate day) {
        jdbc.sql("update reverification.mass_run set state = 'DONE', ended_on = ?, version = version + 1 where id = ?")
                .params(day, id)
                .update();
    }

    /** The last ones. */
    public List<MassRun> list(int limit) {
        return jdbc.sql(RUN + "order by r.id desc limit ?")
                .param(limit)
                .query((row, n) -> run(row, Map.of()))
                .list();
    }

    /** One of one's area. */
    public Optional<MassRun> find(long id) {
        Map<Fallout, Long> fallouts = new EnumMap<>(Fallout.class);
        jdbc.sql("select checked_fallout, count(*) from reverification.task where mass_run = ?"
                        + " and checked_fallout is not null group by 1")
                .param(id)
                .query(row -> {
                    fallouts.put(Fallout.valueOf(row.getString(1)), row.getLong(2));
                });
        return jdbc.sql(RUN + "where r.id = ?")
                .param(id)
                .query((row, n) -> run(row, fallouts))
                .optional();
    }

    /** Whether the rule of a day lets a household of the category be closed that nobody visited. */
    public boolean closesUnvisited(Category category, LocalDate day) {
        return jdbc.sql(
                        "select machine_closes and closes_unvisited from reverification.rhythm where state = 'IN_FORCE' and category = ?"
                                + " and valid_from <= ? order by valid_from desc, id desc limit 1")
                .params(category.name(), day)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The next looks that a mass check goes through, by number. */
    public List<Reverification> due(Of scope, long after, LocalDate day, int limit) {
        return jdbc.sql(TaskStore.TASK
                        + "where t.state = 'PLANNED' and t.village like :place || '%' and t.due_on <= :until"
                        + " and (cast(:category as text) is null or t.category = :category) and t.id > :after"
                        + " order by t.id limit :limit for update of t")
                .param("place", scope.place())
                .param("until", scope.until())
                .param(
                        "category",
                        scope.category() == null ? null : scope.category().name())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> TaskStore.task(row, day))
                .list();
    }

    /** The households of a place whose look is due by a day and that agree to an economic check. */
    public List<Long> toCheck(String place, LocalDate until, LocalDate day) {
        return jdbc.sql(
                        "select t.household from reverification.task t join registry.fact f on f.household = t.household"
                                + " and f.kind = 'CONSENT' and f.known_to is null and f.valid_from <= :day"
                                + " and (f.valid_to is null or f.valid_to > :day) and f.content = 'true'::jsonb"
                                + " where t.state = 'PLANNED' and t.village like :place || '%' and t.due_on <= :until order by t.household")
                .param("place", place)
                .param("until", until)
                .param("day", day)
                .query(Long.class)
                .list();
    }

    /** Notes what a mass check found. */
    public void checked(long id, long run, LocalDate day, @Nullable Fallout fallout) {
        jdbc.sql("update reverification.task set mass_run = ?, checked_on = ?, checked_fallout = ? where id = ?")
                .params(Arrays.asList(run, day, TaskStore.name(fallout), id))
                .update();
    }

    /** What a mass check left to people and is not done yet, the first due first. */
    public List<Reverification> left(long run, @Nullable Fallout reason, LocalDate day, int limit) {
        return jdbc.sql(TaskStore.TASK
                        + "where t.mass_run = :run and t.checked_fallout is not null and t.state <> 'DONE'"
                        + " and (cast(:reason as text) is null or t.checked_fallout = :reason)"
                        + " order by t.due_on, t.id limit :limit")
                .param("run", run)
                .param("reason", TaskStore.name(reason))
                .param("limit", limit)
                .query((row, n) -> TaskStore.task(row, day))
                .list();
    }

    private static @Nullable Category category(ResultSet row) throws SQLException {
        String category = row.getString("category");
        return category == null ? null : Category.valueOf(category);
    }

    private static MassRun run(ResultSet row, Map<Fallout, Long> fallouts) throws SQLException {
        return new MassRun(
                row.getLong("id"),
                row.getString("place"),
                row.getString("name"),
                category(row),
                row.getObject("due_until", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("looked"),
                row.getLong("closed"),
                fallouts,
                row.getObject("started_on", LocalDate.class),
                row.getString("started_name"),
                row.getInt("version"));
    }
}
