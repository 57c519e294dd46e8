package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.server.registry.ListImports.Reopened;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListImports.View;
import org.doudi.server.registry.ListKind;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what people decided about a row. Rolls and facts have two times, so that what the decision closed is known again and what it
 * wrote is known no longer; nobody else writes of the household between the two moments that are kept, as it is locked.
 */
@Component
class RowReopening {
    private static final List<Place> PLACES = List.of(new Place("roll_entry", "roll"), new Place("fact", "kind"));

    private final JdbcClient jdbc;
    private final Today today;

    RowReopening(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    private record Place(String table, String column) {
        /** A statement about the table. */
        String of(String sql) {
            return sql.replace("TABLE", "registry." + table).replace("COLUMN", column);
        }
    }

    private record Decided(
            RowState state,
            @Nullable Long household,
            @Nullable Long person,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until) {}

    /** Writes with nobody else at the household, and keeps when. */
    void deciding(long row, long household, Runnable write) {
        lock(household);
        Instant from = today.now().truncatedTo(ChronoUnit.MICROS);
        write.run();
        Instant until = today.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        jdbc.sql("update registry.import_row set decided_from = ?, decided_until = ? where id = ?")
                .params(Times.sql(from), Times.sql(until), row)
                .update();
    }

    private void lock(long household) {
        jdbc.sql("select id from registry.household where id = ? for no key update")
                .param(household)
                .query(Long.class)
                .optional();
    }

    /** Takes the decision back, or says why not; then nothing was changed. */
    Reopened reopen(View view, long row, @Nullable Long person, List<Long> candidates) {
        Decided decided = jdbc.sql(
                        "select state, household, person, decided_from, decided_until from registry.import_row"
                                + " where id = ? and import = ? for update")
                .params(row, view.id())
                .query((r, n) -> new Decided(
                        RowState.valueOf(r.getString(1)),
                        r.getObject(2, Long.class),
                        r.getObject(3, Long.class),
                        r.getObject(4, OffsetDateTime.class),
                        r.getObject(5, OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no row " + row + " here"));
        if (decided.state() == RowState.HELD) {
            return Reopened.OPEN;
        }
        if (view.list() == ListKind.HOUSEHOLDS) {
            return Reopened.HOUSEHOLD_LIST;
        }
        if (view.leftOn() != null) {
            return Reopened.LIST_LEFT;
        }
        boolean nobody = decided.state() == RowState.NOBODY;
        if (nobody != (person == null) || (person != null && !person.equals(decided.person()))) {
            return Reopened.OTHERWISE;
        }
        if (!nobody && !restored(decided)) {
            return Reopened.CHANGED;
        }
        jdbc.sql(
                        "update registry.import_row set state = 'HELD', problem = coalesce(problem, 'LIKE_SOMEBODY'), detail = '',"
                                + " household = null, person = null, decided_from = null, decided_until = null,"
                                + " candidates = array(select distinct c from unnest(candidates || cast(:candidates as bigint[])) c"
                                + " order by c) where id = :row")
                .param(
                        "candidates",
                        "{"
                                + String.join(
                                        ",",
                                        candidates.stream().map(String::valueOf).toList()) + "}")
                .param("row", row)
                .update();
        return Reopened.OPEN;
    }

    private boolean restored(Decided decided) {
        Long household = decided.household();
        if (household == null || decided.from() == null || decided.until() == null) {
            return false;
        }
        lock(household);
        for (Place place : PLACES) {
            if (about(
                                    place.of(
                                            "select count(*) from TABLE where household = :household and known_from between :from and :until"
                                                    + " and known_to > :until"),
                                    decided)
                            .query(Integer.class)
                            .single()
                    > 0) {
                return false;
            }
        }
        Instant now = today.now().truncatedTo(ChronoUnit.MICROS);
        for (Place place : PLACES) {
            about(
                            place.of("update TABLE set known_to = :now where household = :household"
                                    + " and known_from between :from and :until and known_to is null"),
                            decided)
                    .param("now", Times.sql(now))
                    .update();
            about(
                            place.of(
                                    "insert into TABLE (household, person, village, COLUMN, content, source, known_from, valid_from,"
                                            + " valid_to) select household, person, village, COLUMN, content, source, cast(:now as timestamptz),"
                                            + " valid_from, valid_to from TABLE where household = :household and known_from < :from"
                                            + " and known_to between :from and :until"),
                            decided)
                    .param("now", Times.sql(now))
                    .update();
        }
        return true;
    }

    private JdbcClient.StatementSpec about(String sql, Decided decided) {
        return jdbc.sql(sql)
                .param("household", decided.household())
                .param("from", decided.from())
                .param("until", decided.until());
    }
}
