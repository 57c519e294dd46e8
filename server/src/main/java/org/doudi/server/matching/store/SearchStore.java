package org.doudi.server.matching.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.PairSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The looks through the registry. */
@Repository
public class SearchStore {
    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps that one begins. */
    public long begin(Officer officer, Instant now) {
        return jdbc.sql("insert into matching.search (village, state, officer_name, begun_at, by_platform)"
                        + " values (?, 'RUNNING', ?, ?, ?)"
                        + " returning id")
                .params(
                        officer.area().from(),
                        officer.name(),
                        now.atOffset(ZoneOffset.UTC),
                        officer.role() == Role.SYSTEM)
                .query(Long.class)
                .single();
    }

    /** Keeps how it ended. */
    public void end(long id, PairSearch.State state, int found, Instant now) {
        jdbc.sql("update matching.search set state = ?, found = ?, ended_at = ? where id = ?")
                .params(state.name(), found, now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** When the platform began to look through the whole city the last time and came to the end. */
    public Optional<Instant> lastNight() {
        return jdbc.sql("select max(begun_at) from matching.search where by_platform and state = 'DONE'")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** The last one. */
    public Optional<PairSearch> last() {
        return jdbc.sql("select id, state, officer_name, begun_at, found from matching.search order by id desc limit 1")
                .query((row, n) -> new PairSearch(
                        row.getLong(1),
                        PairSearch.State.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getInt(5)))
                .optional();
    }
}
