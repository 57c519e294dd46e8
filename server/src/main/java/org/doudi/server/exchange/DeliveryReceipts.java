package org.doudi.server.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.BrokenFile;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.exchange.container.ReceiptFile;
import org.doudi.server.exchange.container.ReceiptHead;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.exchange.store.DeliveryStore;
import org.doudi.server.exchange.store.EntryStore;
import org.doudi.server.exchange.store.EntryStore.Line;
import org.doudi.server.exchange.store.EntryStore.Show;
import org.doudi.server.exchange.store.EntryStore.Went;
import org.doudi.server.exchange.store.ReceiptStore;
import org.doudi.server.exchange.store.ReceiptStore.Taken;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes back: the receipt for a delivery, signed by the receiver's own key, and what became of its rows. A receipt counts whole or not
 * at all.
 */
@Service
public class DeliveryReceipts {
    private static final int AT_ONCE = 1000;
    private static final int MOST_OF_HOUSEHOLD = 50;

    private final DeliveryStore deliveries;
    private final EntryStore entries;
    private final ReceiptStore store;
    private final Households households;
    private final AuditTrail trail;
    private final Today today;

    DeliveryReceipts(
            DeliveryStore deliveries,
            EntryStore entries,
            ReceiptStore store,
            Households households,
            AuditTrail trail,
            Today today) {
        this.deliveries = deliveries;
        this.entries = entries;
        this.store = store;
        this.households = households;
        this.trail = trail;
        this.today = today;
    }

    /** How far the rows of a delivery are. */
    public record Progress(long open, Map<Outcome, Long> outcomes, List<Taken> receipts) {}

    /** How far the rows of a delivery are. */
    @Transactional
    public Progress progress(long delivery) {
        Deliveries.seen(deliveries.find(delivery));
        return new Progress(entries.open(delivery), entries.outcomes(delivery), store.of(delivery));
    }

    /** Rows of a delivery by their household's number. */
    @Transactional
    public List<Line> lines(long delivery, Show show, int offset, int limit) {
        Deliveries.seen(deliveries.find(delivery));
        return entries.lines(delivery, show, offset, limit);
    }

    /** Who got a household's data. */
    @Transactional
    public List<Went> ofHousehold(long household) {
        households.get(household);
        return entries.ofHousehold(household, MOST_OF_HOUSEHOLD);
    }

    /** A receipt as it was signed. */
    @Transactional
    public byte[] file(long delivery, int number) {
        Deliveries.seen(deliveries.find(delivery));
        return store.file(delivery, number).orElseThrow(() -> new SharingRefused(Cause.NOT_FOUND));
    }

    /** Takes a receipt for a delivery, brought by one of the two departments. */
    @Transactional
    public ReceiptHead take(long id, byte[] file) {
        Delivery delivery = Deliveries.seen(deliveries.lock(id));
        VerifyingKey key = VerifyingKey.decoded(
                delivery.head().header(DeliveryHead.class).terms().receiverKey());
        Rows rows = new Rows(id);
        ReceiptHead head;
        try {
            head = ReceiptFile.read(new ByteArrayInputStream(file), key, rows::add);
        } catch (BrokenFile e) {
            throw refused(SharingRefused.of(e.fault()), delivery);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        check(head, delivery);
        rows.end();
        if (rows.unknown) {
            throw refused(Cause.UNKNOWN_ROWS, delivery);
        }
        store.keep(delivery, head, file, Scope.officer().id().value(), today.date());
        store.clock(id, head.number(), LocalDate.parse(head.receivedOn()), entries.open(id) == 0 ? today.date() : null);
        trail.record(
                Act.RECEIPT_TAKEN,
                Subject.NONE,
                delivery.channel().name(),
                "version " + delivery.version() + ", receipt " + head.number() + ", " + head.rows() + " rows");
        return head;
    }

    /** What is kept of a receipt that was sent before, byte for byte; nothing if it was not. */
    @Transactional
    public boolean isTaken(long id, byte[] file) {
        Delivery delivery = Deliveries.seen(deliveries.find(id));
        int last = delivery.clock().receipts();
        return last > 0
                && store.file(id, last)
                        .filter(kept -> Arrays.equals(kept, file))
                        .isPresent();
    }

    private void check(ReceiptHead head, Delivery delivery) {
        if (!head.answers(delivery.hash(), delivery.channel().name(), delivery.version())) {
            throw refused(Cause.OTHER_DELIVERY, delivery);
        }
        int last = delivery.clock().receipts();
        if (head.number() <= last) {
            throw refused(Cause.REPLAYED, delivery);
        }
        if (head.number() != last + 1) {
            throw refused(Cause.MISSING_BEFORE, delivery);
        }
        try {
            LocalDate on = LocalDate.parse(head.receivedOn());
            if (on.isBefore(delivery.clock().madeOn()) || on.isAfter(today.date())) {
                throw refused(Cause.RECEIVED_WHEN, delivery);
            }
        } catch (DateTimeException e) {
            throw refused(Cause.RECEIVED_WHEN, delivery);
        }
    }

    private static SharingRefused refused(Cause cause, Delivery delivery) {
        return new SharingRefused(
                cause, delivery.channel().list(), delivery.channel().receiver());
    }

    /** Takes the rows of a receipt as they are read. */
    private final class Rows {
        private final long delivery;
        private final List<Handling> waiting = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private boolean unknown;

        private Rows(long delivery) {
            this.delivery = delivery;
        }

        private void add(Handling row) {
            unknown |= !seen.add(row.row());
            waiting.add(row);
            if (waiting.size() == AT_ONCE) {
                end();
            }
        }

        private void end() {
            if (!waiting.isEmpty() && !unknown) {
                unknown = entries.handled(delivery, waiting, today.date()) != waiting.size();
            }
            waiting.clear();
        }
    }
}
