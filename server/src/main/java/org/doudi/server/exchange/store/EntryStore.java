package org.doudi.server.exchange.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.RowChange;
import org.doudi.server.exchange.SharedField;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.exchange.container.Handling.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose data went in a delivery, and what became of each row. */
@Repository
public class EntryStore {
    private final JdbcClient jdbc;
    private final JdbcOperations operations;

    EntryStore(JdbcClient jdbc, JdbcOperations operations) {
        this.jdbc = jdbc;
        this.operations = operations;
    }

    /** A row of a delivery, without what it says. */
    public record Entry(
            String key,
            String village,
            long household,
            @Nullable Long person,
            String digest,
            RowChange change) {}

    /** Keeps rows of a delivery. */
    public void keep(long delivery, List<Entry> entries) {
        operations.batchUpdate(
                "insert into exchange.entry (delivery, key, village, household, person, digest, change)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                entries,
                entries.size(),
                (statement, e) -> {
                    statement.setLong(1, delivery);
                    statement.setString(2, e.key());
                    statement.setString(3, e.village());
                    statement.setLong(4, e.household());
                    statement.setObject(5, e.person());
                    statement.setString(6, e.digest());
                    statement.setString(7, e.change().name());
                });
    }

    /** Keeps what became of rows; tells of how many of them there are such rows. */
    public int handled(long delivery, List<Handling> rows, LocalDate day) {
        Integer done = operations.execute((Connection connection) -> update(connection, delivery, rows, day));
        return done == null ? 0 : done;
    }

    private static int update(Connection connection, long delivery, List<Handling> rows, LocalDate day)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "update exchange.entry e set outcome = u.outcome, reason = u.reason, handled_on = ?"
                        + " from unnest(?, ?, ?) as u (key, outcome, reason) where e.delivery = ? and e.key = u.key")) {
            update.setObject(1, day);
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "text", rows.stream().map(Handling::row).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rows.stream().map(r -> r.outcome().name()).toArray()));
            update.setArray(
                    4,
                    connection.createArrayOf(
                            "text", rows.stream().map(EntryStore::reason).toArray()));
            update.setLong(5, delivery);
            return update.executeUpdate();
        }
    }

    private static @Nullable String reason(Handling row) {
        Reason reason = row.reason();
        return reason == null ? null : reason.name();
    }

    /** How many rows of a delivery still have to be handled. */
    public long open(long delivery) {
        return jdbc.sql(
                        "select count(*) from exchange.entry where delivery = ? and change <> 'SAME' and outcome is null")
                .param(delivery)
                .query(Long.class)
                .single();
    }

    /** How many rows came to which outcome. */
    public Map<Outcome, Long> outcomes(long delivery) {
        Map<Outcome, Long> counts = new TreeMap<>();
        jdbc.sql(
                        "select outcome, count(*) from exchange.entry where delivery = ? and outcome is not null group by outcome")
                .param(delivery)
                .query(row -> {
                    counts.put(Outcome.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** A row on a page. */
    public record Line(
            String key,
            long household,
            String number,
            RowChange change,
            @Nullable Outcome outcome,
            @Nullable Reason reason,
            @Nullable LocalDate handledOn) {}

    /** Which rows of a delivery are looked at. */
    public enum Show {
        /** Those that are not as before. */
        CHANGES,
        /** Those that were refused or corrected. */
        TO_MEND,
        ALL;

        private String condition() {
            return switch (this) {
                case CHANGES -> " and e.change <> 'SAME'";
                case TO_MEND -> " and e.outcome in ('REFUSED', 'CORRECTED')";
                case ALL -> "";
            };
        }

        /** The last part of its message. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Rows of a delivery. */
    public List<Line> lines(long delivery, Show show, int offset, int limit) {
        return jdbc.sql("select e.key, e.household, coalesce(h.number, '') as number, e.change, e.outcome, e.reason,"
                        + " e.handled_on from exchange.entry e left join registry.household h on h.id = e.household"
                        + " where e.delivery = ?" + show.condition() + " order by e.key offset ? limit ?")
                .params(delivery, offset, limit)
                .query((row, n) -> new Line(
                        row.getString("key"),
                        row.getLong("household"),
                        row.getString("number"),
                        RowChange.valueOf(row.getString("change")),
                        row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason") == null ? null : Reason.valueOf(row.getString("reason")),
                        row.getObject("handled_on", LocalDate.class)))
                .list();
    }

    /**
     * A delivery in which a household's data went.
     *
     * @param gone whether it told only that the household is on the list no more
     */
    public record Went(
            Channel channel,
            int version,
            LocalDate madeOn,
            @Nullable LocalDate handedOn,
            String receiverName,
            String purpose,
            String basis,
            LocalDate until,
            List<SharedField> fields,
            boolean gone) {}

    /** In which deliveries a household's data went, the newest first. */
    public List<Went> ofHousehold(long household, int most) {
        return jdbc.sql(
                        "select c.county, c.list, c.receiver, d.version, d.made_on, d.handed_on, a.receiver_name, a.purpose,"
                                + " a.basis, a.valid_to, array_to_string(a.fields, ',') as fields, bool_and(e.change = 'GONE') as gone"
                                + " from exchange.entry e join exchange.delivery d on d.id = e.delivery"
                                + " join exchange.agreement a on a.id = d.agreement join exchange.channel c on c.id = d.channel"
                                + " where e.household = ? group by c.id, d.id, a.id order by d.id desc limit ?")
                .params(household, most)
                .query(EntryStore::went)
                .list();
    }

    static Went went(ResultSet row, int nth) throws SQLException {
        return new Went(
                AgreementStore.channel(row),
                row.getInt("version"),
                row.getObject("made_on", LocalDate.class),
                row.getObject("handed_on", LocalDate.class),
                row.getString("receiver_name"),
                row.getString("purpose"),
                row.getString("basis"),
                row.getObject("valid_to", LocalDate.class),
                AgreementStore.fields(row.getString("fields")),
                row.getBoolean("gone"));
    }
}
