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
import org.doudi.server.benefits.PriceIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of the price index. They are public, so every office of the platform may read them. */
@Repository
public class PriceIndexStore {
    private static final String INDEX =
            "select id, place, month, cpi, food, published_on, source, state, triggers, due_on,"
                    + " why, entered_by, known_from, known_to from benefits.price_index ";

    private final JdbcClient jdbc;

    PriceIndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures that hold in an area or in a part of it, the newest month first. */
    public List<PriceIndex> of(String area, int offset, int limit) {
        return jdbc.sql(INDEX + "where :area like place || '%' or place like :area || '%'"
                        + " order by month desc, place, id desc offset :offset limit :limit")
                .param("area", area)
                .param("offset", offset)
                .param("limit", limit)
                .query(PriceIndexStore::index)
                .list();
    }

    /** A figure. */
    public Optional<PriceIndex> find(long id) {
        return jdbc.sql(INDEX + "where id = ?")
                .param(id)
                .query(PriceIndexStore::index)
                .optional();
    }

    /** The figure that counts in a place for a month; a smaller place's own wins over the larger one's. */
    public Optional<PriceIndex> counting(String place, LocalDate month) {
        return jdbc.sql(INDEX + "where month = ? and ? like place || '%' and state = 'IN_FORCE' and known_to is null"
                        + " order by length(place) desc limit 1")
                .params(month, place)
                .query(PriceIndexStore::index)
                .optional();
    }

    /** Adds a proposal; nothing if the place has one for the month. */
    public Optional<Long> propose(PriceIndex index, LocalDate day) {
        return jdbc.sql(
                        "insert into benefits.price_index (place, month, cpi, food, published_on, source, state, triggers,"
                                + " due_on, why, entered_by, entered_on) values (?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?, ?, ?)"
                                + " on conflict (place, month) where state = 'PROPOSED' do nothing returning id")
                .params(
                        index.place(),
                        index.month(),
                        index.cpi(),
                        index.food(),
                        index.publishedOn(),
                        index.source(),
                        index.triggers(),
                        index.dueOn(),
                        index.why(),
                        index.enteredBy(),
                        day)
                .query(Long.class)
                .optional();
    }

    /** Lets a proposal count from a moment on, in place of the figure before it. */
    public void putInForce(PriceIndex index, @Nullable Long officer, LocalDate day, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        jdbc.sql("update benefits.price_index set known_to = ? where place = ? and month = ? and state = 'IN_FORCE'"
                        + " and known_to is null")
                .params(at, index.place(), index.month())
                .update();
        jdbc.sql("update benefits.price_index set state = 'IN_FORCE', known_from = ?, decided_by = ?, decided_on = ?"
                        + " where id = ?")
                .params(Arrays.asList(at, officer, day, index.id()))
                .update();
    }

    /** Refuses a proposal. */
    public void refuse(long id, long officer, LocalDate day, String why) {
        jdbc.sql("update benefits.price_index set state = 'REFUSED', decided_by = ?, decided_on = ?, decided_why = ?"
                        + " where id = ?")
                .params(officer, day, why, id)
                .update();
    }

    /** A proposal that nobody else decides on until the transaction ends. */
    public Optional<PriceIndex> lock(long id) {
        return jdbc.sql(INDEX + "where id = ? for update")
                .param(id)
                .query(PriceIndexStore::index)
                .optional();
    }

    private static PriceIndex index(ResultSet row, int number) throws SQLException {
        return new PriceIndex(
                row.getLong("id"),
                row.getString("place"),
                row.getObject("month", LocalDate.class),
                row.getInt("cpi"),
                row.getInt("food"),
                row.getObject("published_on", LocalDate.class),
                row.getString("source"),
                PriceIndex.State.valueOf(row.getString("state")),
                row.getBoolean("triggers"),
                row.getObject("due_on", LocalDate.class),
                row.getString("why"),
                row.getLong("entered_by"),
                moment(row, "known_from"),
                moment(row, "known_to"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
