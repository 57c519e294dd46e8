package org.doudi.server.parameters.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doudi.policy.Parameter;
import org.doudi.server.parameters.EnteredValue;
import org.doudi.server.parameters.EnteredValue.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The values that were entered. They are public, so every office may read them. */
@Repository
public class EnteredStore {
    private static final String ENTERED =
            "select e.id, e.place, e.parameter, e.valid_from, e.announced, e.value, e.document, e.article, e.state, e.entered_by,"
                    + " a.name as entering, e.entered_on, d.name as deciding, e.decided_on, e.why from parameters.entered e"
                    + " left join identity.account a on a.id = e.entered_by left join identity.account d on d.id = e.decided_by";
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    EnteredStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits at a place and in its parts, the oldest first. */
    public List<EnteredValue> waiting(String place) {
        return jdbc.sql(ENTERED + " where e.state = 'PROPOSED' and e.place like ? || '%' order by e.id limit ?")
                .params(place, MOST)
                .query(EnteredStore::value)
                .list();
    }

    /** What was entered of a parameter for a place, for what it lies in and for its parts, the newest first. */
    public List<EnteredValue> history(Parameter parameter, String place) {
        return jdbc.sql(ENTERED
                        + " where e.parameter = :parameter and (e.place like :place || '%' or :place like e.place || '%')"
                        + " order by e.id desc limit :most")
                .param("parameter", parameter.key())
                .param("place", place)
                .param("most", MOST)
                .query(EnteredStore::value)
                .list();
    }

    public Optional<EnteredValue> find(long id) {
        return jdbc.sql(ENTERED + " where e.id = ?")
                .param(id)
                .query(EnteredStore::value)
                .optional();
    }

    /** A value that nobody else decides on until the transaction ends. */
    public Optional<EnteredValue> lock(long id) {
        return jdbc.sql(ENTERED + " where e.id = ? for update of e")
                .param(id)
                .query(EnteredStore::value)
                .optional();
    }

    /** Adds a proposal; nothing if one waits for the same place and day. */
    public Optional<Long> propose(EnteredValue value) {
        return jdbc.sql(
                        "insert into parameters.entered (place, parameter, valid_from, announced, value, document, article, state,"
                                + " entered_by, entered_on) values (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)"
                                + " on conflict (place, parameter, valid_from) where state = 'PROPOSED' do nothing returning id")
                .params(
                        value.place(),
                        value.parameter().key(),
                        value.from(),
                        value.announced(),
                        value.value(),
                        value.document(),
                        value.article(),
                        value.enteredBy(),
                        value.enteredOn())
                .query(Long.class)
                .optional();
    }

    /** Ends a proposal. */
    public void decide(long id, State state, long officer, LocalDate day, Instant at, String why) {
        jdbc.sql("update parameters.entered set state = ?, decided_by = ?, decided_on = ?, decided_at = ?, why = ?"
                        + " where id = ? and state = 'PROPOSED'")
                .params(Arrays.asList(state.name(), officer, day, at.atOffset(ZoneOffset.UTC), why, id))
                .update();
    }

    private static EnteredValue value(ResultSet row, int number) throws SQLException {
        return new EnteredValue(
                row.getLong("id"),
                row.getString("place"),
                Objects.requireNonNull(Parameter.withKey(row.getString("parameter"))),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("announced", LocalDate.class),
                row.getLong("value"),
                row.getString("document"),
                row.getString("article"),
                State.valueOf(row.getString("state")),
                row.getLong("entered_by"),
                text(row.getString("entering")),
                row.getObject("entered_on", LocalDate.class),
                row.getString("deciding"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("why"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
