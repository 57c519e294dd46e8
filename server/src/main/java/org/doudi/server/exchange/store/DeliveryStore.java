package org.doudi.server.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.Delivery;
import org.doudi.server.exchange.Delivery.Clock;
import org.doudi.server.exchange.Delivery.Figures;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.container.SignedHead;
import org.doudi.server.identity.Department;
import org.doudi.server.vault.UnreadableException;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deliveries and their signed rows. */
@Repository
public class DeliveryStore {
    private static final String PART = "exchange.part.content";
    private static final String DELIVERY =
            "select d.id, d.agreement, c.county, c.list, c.receiver, d.version, d.period, d.header, d.signature, d.hash,"
                    + " d.rows, d.added, d.changed, d.gone, d.bytes, d.parts, d.made_by, d.made_on, d.receipt_due,"
                    + " d.handling_due, d.handed_on, d.received_on, d.handled_on, d.receipts from exchange.delivery d"
                    + " join exchange.channel c on c.id = d.channel ";

    private final JdbcClient jdbc;
    private final Vault vault;

    DeliveryStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The number that the next delivery will have, so that its parts can be kept before it is whole. */
    public long next() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('exchange.delivery', 'id'))")
                .query(Long.class)
                .single();
    }

    /** The last delivery of a channel. */
    public Optional<Delivery> last(long channel) {
        return jdbc.sql(DELIVERY + "where d.channel = ? order by d.version desc limit 1")
                .param(channel)
                .query(DeliveryStore::delivery)
                .optional();
    }

    /** The version of the last delivery of a channel, 0 for none. */
    public int lastVersion(Channel channel) {
        return jdbc.sql("select coalesce(max(d.version), 0) from exchange.delivery d join exchange.channel c"
                        + " on c.id = d.channel where c.county = ? and c.list = ? and c.receiver = ?")
                .params(
                        channel.county(),
                        channel.list().name(),
                        channel.receiver().name())
                .query(Integer.class)
                .single();
    }

    /** A delivery. */
    public Optional<Delivery> find(long id) {
        return jdbc.sql(DELIVERY + "where d.id = ?")
                .param(id)
                .query(DeliveryStore::delivery)
                .optional();
    }

    /** A delivery for which nobody else takes a receipt until the transaction ends. */
    public Optional<Delivery> lock(long id) {
        return jdbc.sql(DELIVERY + "where d.id = ? for update of d")
                .param(id)
                .query(DeliveryStore::delivery)
                .optional();
    }

    /** The deliveries that a department gives or takes, the newest first. */
    public List<Delivery> of(Department department, int offset, int limit) {
        return jdbc.sql(DELIVERY + "where c.receiver = :department or c.list = any (string_to_array(:lists, ','))"
                        + " order by d.id desc offset :offset limit :limit")
                .param("department", department.name())
                .param("lists", AgreementStore.kept(department))
                .param("offset", offset)
                .param("limit", limit)
                .query(DeliveryStore::delivery)
                .list();
    }

    /** Deliveries for a department of some of its lists, those made after one, the oldest first. */
    public List<Delivery> toReceive(Department department, List<SharedList> lists, long after, int limit) {
        return jdbc.sql(DELIVERY + "where c.receiver = :department and c.list = any (string_to_array(:lists, ','))"
                        + " and d.id > :after order by d.id limit :limit")
                .param("department", department.name())
                .param("lists", lists.stream().map(SharedList::name).collect(Collectors.joining(",")))
                .param("after", after)
                .param("limit", limit)
                .query(DeliveryStore::delivery)
                .list();
    }

    /** Keeps a delivery that is whole and signed; what was signed is never changed. */
    public void keep(Delivery d, long channel) {
        Clock clock = d.clock();
        Figures figures = d.figures();
        jdbc.sql("insert into exchange.delivery (id, channel, agreement, village, version, period, header, signature,"
                        + " hash, rows, added, changed, gone, bytes, parts, made_by, made_on, receipt_due, handling_due)"
                        + " overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        d.id(),
                        channel,
                        d.agreement(),
                        d.channel().county() + "000000",
                        d.version(),
                        d.period(),
                        d.head().header(),
                        d.head().signature(),
                        d.hash(),
                        figures.rows(),
                        figures.added(),
                        figures.changed(),
                        figures.gone(),
                        figures.bytes(),
                        figures.parts(),
                        d.madeBy(),
                        clock.madeOn(),
                        clock.receiptDue(),
                        clock.handlingDue())
                .update();
    }

    /** Keeps a part of the rows; where it belongs is encrypted with it. */
    public void part(long delivery, String county, int nth, byte[] part) {
        jdbc.sql("insert into exchange.part (delivery, nth, village, content) values (?, ?, ?, ?)")
                .params(delivery, nth, county + "000000", vault.encryptPart(PART, delivery, nth, part))
                .update();
    }

    /**
     * A part of the rows.
     *
     * @throws UnreadableException if it is gone, or is not the one that was kept there
     */
    public byte[] part(long delivery, int nth) {
        return jdbc.sql("select content from exchange.part where delivery = ? and nth = ?")
                .params(delivery, nth)
                .query((row, n) -> vault.decryptPart(PART, delivery, nth, row.getBytes(1)))
                .optional()
                .orElseThrow(() -> new UnreadableException("part " + nth + " is gone"));
    }

    /** The file left the platform for the first time. */
    public void handedOver(long id, LocalDate day) {
        jdbc.sql("update exchange.delivery set handed_on = ? where id = ? and handed_on is null")
                .params(day, id)
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("agreement"),
                AgreementStore.channel(row),
                row.getInt("version"),
                row.getObject("period", LocalDate.class),
                new SignedHead(SignedHead.Kind.DELIVERY, row.getString("header"), row.getString("signature")),
                row.getString("hash"),
                new Figures(
                        row.getLong("rows"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("gone"),
                        row.getLong("bytes"),
                        row.getInt("parts")),
                new Clock(
                        row.getObject("made_on", LocalDate.class),
                        row.getObject("receipt_due", LocalDate.class),
                        row.getObject("handling_due", LocalDate.class),
                        row.getObject("handed_on", LocalDate.class),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("handled_on", LocalDate.class),
                        row.getInt("receipts")),
                row.getLong("made_by"));
    }
}
