package org.doudi.server.exchange.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.exchange.Delivery;
import org.doudi.server.exchange.container.ReceiptHead;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The receipts as they were signed. */
@Repository
public class ReceiptStore {
    private static final String CONTENT = "exchange.receipt.content";

    private final JdbcClient jdbc;
    private final Vault vault;

    ReceiptStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A receipt on a page. */
    public record Taken(int number, long rows, LocalDate receivedOn, LocalDate takenOn) {}

    /** Keeps a receipt; where it belongs is encrypted with it. */
    public void keep(Delivery delivery, ReceiptHead head, byte[] file, long officer, LocalDate day) {
        jdbc.sql(
                        "insert into exchange.receipt (delivery, number, village, rows, received_on, taken_on, taken_by, content)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        delivery.id(),
                        head.number(),
                        delivery.channel().county() + "000000",
                        head.rows(),
                        LocalDate.parse(head.receivedOn()),
                        day,
                        officer,
                        vault.encryptPart(CONTENT, delivery.id(), head.number(), file))
                .update();
    }

    /** Sets the clock of a delivery forward. */
    public void clock(long delivery, int receipts, LocalDate receivedOn, @Nullable LocalDate handledOn) {
        jdbc.sql("update exchange.delivery set receipts = ?, received_on = coalesce(received_on, ?), handled_on = ?,"
                        + " handed_on = coalesce(handed_on, ?) where id = ?")
                .params(Arrays.asList(receipts, receivedOn, handledOn, receivedOn, delivery))
                .update();
    }

    /** The receipts of a delivery, the first first. */
    public List<Taken> of(long delivery) {
        return jdbc.sql("select number, rows, received_on, taken_on from exchange.receipt where delivery = ?"
                        + " order by number")
                .param(delivery)
                .query((row, n) -> new Taken(
                        row.getInt(1),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    /** A receipt as it was signed. */
    public Optional<byte[]> file(long delivery, int number) {
        return jdbc.sql("select content from exchange.receipt where delivery = ? and number = ?")
                .params(delivery, number)
                .query((row, n) -> vault.decryptPart(CONTENT, delivery, number, row.getBytes(1)))
                .optional();
    }
}
