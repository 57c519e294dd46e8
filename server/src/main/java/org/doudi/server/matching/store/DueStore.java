package org.doudi.server.matching.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.doudi.policy.Gap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Households to be looked at again, and what looking at them finds. */
@Repository
public class DueStore {
    private static final String OPEN = """
            insert into matching.gap (village, household, person, kind, owner, state, opened_on, due_on)
            select h.village, f.household, f.person, f.kind, f.owner, 'OPEN', ?, f.due
            from unnest(?, ?, ?, ?, ?) as f (household, person, kind, owner, due) join registry.household h on h.id = f.household
            on conflict (household, kind, (coalesce(person, 0))) where state <> 'CLOSED' do nothing
            """;
    private static final String CLOSE = """
            update matching.gap g set state = 'CLOSED', closed_on = ?, version = version + 1,
                outcome = coalesce(g.outcome, case when g.case_number is null then 'MENDED' else 'DECIDED' end)
            where g.household = any (?) and g.state <> 'CLOSED'
                and not exists (select from unnest(?, ?, ?) as f (household, person, kind)
                    where f.household = g.household and f.kind = g.kind and coalesce(f.person, 0) = coalesce(g.person, 0))
            returning g.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate sets;

    DueStore(JdbcClient jdbc, JdbcTemplate sets) {
        this.jdbc = jdbc;
        this.sets = sets;
    }

    /** A gap that the rules find. */
    public record Found(long household, @Nullable Long person, Gap.Kind kind, String owner, LocalDate due) {}

    /** Which office answers for a kind on a day, and within how many working days. */
    public record Duty(Gap.Kind kind, String role, int workingDays) {}

    /** Takes the first households that are due; nobody else takes them until the transaction ends. */
    public List<Long> take(int most) {
        return jdbc.sql("with taken as (select id from matching.due order by id limit ? for update skip locked),"
                        + " gone as (delete from matching.due d using taken t where d.id = t.id returning d.household)"
                        + " select distinct household from gone order by household")
                .param(most)
                .query(Long.class)
                .list();
    }

    /** How many households wait. */
    public long waiting() {
        return jdbc.sql("select count(*) from matching.due").query(Long.class).single();
    }

    /** Puts every household there. */
    public long all() {
        return jdbc.sql("select matching.all_due()").query(Long.class).single();
    }

    /** Notes the parameters that the gaps are computed by; tells whether they are others than before. */
    public boolean pack(String id) {
        boolean fresh = jdbc.sql("insert into matching.pack (id) values (?) on conflict do nothing")
                        .param(id)
                        .update()
                == 1;
        return fresh
                && jdbc.sql("delete from matching.pack where id <> ?").param(id).update() > 0;
    }

    /** The duties of a day. */
    public List<Duty> duties(LocalDate day) {
        return jdbc.sql("select distinct on (kind) kind, role, working_days from matching.duty where valid_from <= ?"
                        + " order by kind, valid_from desc")
                .param(day)
                .query((row, n) -> new Duty(
                        Gap.Kind.valueOf(row.getString("kind")), row.getString("role"), row.getInt("working_days")))
                .list();
    }

    /** Opens what is new; answers how many that are. */
    public int open(List<Found> found, LocalDate day) {
        return sets.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(OPEN);
            insert.setObject(1, day);
            insert.setArray(2, longs(connection, found.stream().map(Found::household)));
            insert.setArray(3, longs(connection, found.stream().map(Found::person)));
            insert.setArray(
                    4, texts(connection, found.stream().map(f -> f.kind().name())));
            insert.setArray(5, texts(connection, found.stream().map(Found::owner)));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "date", found.stream().map(f -> f.due().toString()).toArray()));
            return insert;
        });
    }

    /** Ends what stands for the households and is found no longer; answers which gaps that are. */
    public List<Long> close(List<Long> households, List<Found> found, LocalDate day) {
        return sets.query(
                CLOSE,
                update -> {
                    Connection connection = update.getConnection();
                    update.setObject(1, day);
                    update.setArray(2, longs(connection, households.stream()));
                    update.setArray(3, longs(connection, found.stream().map(Found::household)));
                    update.setArray(4, longs(connection, found.stream().map(Found::person)));
                    update.setArray(
                            5,
                            texts(connection, found.stream().map(f -> f.kind().name())));
                },
                (row, n) -> row.getLong(1));
    }

    static Array longs(Connection connection, Stream<@Nullable Long> values) throws SQLException {
        return connection.createArrayOf("int8", values.toArray());
    }

    static Array texts(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
