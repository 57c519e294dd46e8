package org.doudi.server.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.Delivery.Clock;
import org.doudi.server.exchange.Delivery.Figures;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.DeliveryHead.Content;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.SignedHead;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.exchange.store.AgreementStore;
import org.doudi.server.exchange.store.AgreementStore.Kept;
import org.doudi.server.exchange.store.DeliveryStore;
import org.doudi.server.exchange.store.EntryStore;
import org.doudi.server.exchange.store.SharedListStore;
import org.doudi.server.exchange.store.SharedListStore.Gone;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists as they go to another department: made from what is agreed, signed, and each chained to the one before it. */
@Service
public class Deliveries {
    private static final int AT_ONCE = 1000;

    private final AgreementStore agreements;
    private final DeliveryStore store;
    private final EntryStore entries;
    private final SharedListStore lists;
    private final Households households;
    private final SigningKeys keys;
    private final WorkingDays calendar;
    private final AuditTrail trail;
    private final Today today;

    @SuppressWarnings("checkstyle:ParameterNumber") // each is a part of a delivery
    Deliveries(
            AgreementStore agreements,
            DeliveryStore store,
            EntryStore entries,
            SharedListStore lists,
            Households households,
            SigningKeys keys,
            Deadlines deadlines,
            AuditTrail trail,
            Today today) {
        this.agreements = agreements;
        this.store = store;
        this.entries = entries;
        this.lists = lists;
        this.households = households;
        this.keys = keys;
        this.calendar = deadlines.calendar();
        this.trail = trail;
        this.today = today;
    }

    /**
     * What is asked for.
     *
     * @param fields what the rows are to say
     * @param after the version that was the last one when it was asked, 0 for none, so that a second click makes no second delivery
     */
    public record Request(SharedList list, Department receiver, YearMonth period, Set<SharedField> fields, int after) {
        public Request {
            fields = Set.copyOf(fields);
        }
    }

    /** The deliveries that one's department gives or takes, the newest first. */
    @Transactional
    public List<Delivery> all(int offset, int limit) {
        return store.of(Scope.officer().department(), offset, limit);
    }

    /** Deliveries for one's department of some lists, those after one, the oldest first. */
    @Transactional
    public List<Delivery> toReceive(List<SharedList> granted, long after, int limit) {
        return store.toReceive(Scope.officer().department(), granted, after, limit);
    }

    /** A delivery that one's department gives or takes. */
    @Transactional
    public Delivery get(long id) {
        return seen(store.find(id));
    }

    static Delivery seen(Optional<Delivery> found) {
        Department mine = Scope.officer().department();
        return found.filter(d ->
                        d.channel().receiver() == mine || d.channel().list().sender() == mine)
                .orElseThrow(() -> new SharingRefused(Cause.NOT_FOUND));
    }

    /** The version of the last delivery of a channel, 0 for none. */
    @Transactional
    public int lastVersion(Channel channel) {
        return store.lastVersion(channel);
    }

    /** Makes the next delivery of a channel. */
    @Transactional
    public Delivery make(Request asked) {
        if (asked.list() == SharedList.CHECK) {
            throw refused(
                    Cause.NOBODY_TO_CHECK, new Channel(Scope.officer().area().code(), asked.list(), asked.receiver()));
        }
        return make(asked, id -> {});
    }

    /**
     * The same, of rows that are put down before by the number of the delivery.
     *
     * @param asking puts them down
     */
    @Transactional
    Delivery make(Request asked, LongConsumer asking) {
        Officer officer = Scope.officer();
        Channel channel = new Channel(officer.area().code(), asked.list(), asked.receiver());
        if (!Agreements.keeps(officer, asked.list())) {
            throw refused(Cause.NOT_YOURS, channel);
        }
        Kept kept = agreements.lock(channel).orElseThrow(() -> refused(Cause.NO_AGREEMENT, channel));
        Agreement agreement = agreements.inForce(channel).orElseThrow(() -> refused(Cause.NO_AGREEMENT, channel));
        allowed(agreement, asked);
        Optional<Delivery> last = store.last(kept.id());
        if (last.map(Delivery::version).orElse(0) != asked.after()) {
            throw refused(Cause.OVERTAKEN, channel);
        }
        Delivery made = write(agreement, asked, kept.secret(), last, asking);
        store.keep(made, kept.id());
        trail.record(
                Act.DELIVERY_MADE,
                Subject.NONE,
                agreement.terms().purpose(),
                channel.name() + " version " + made.version() + ", "
                        + made.figures().rows() + " rows, hash " + made.hash());
        return made;
    }

    private void allowed(Agreement agreement, Request asked) {
        LocalDate day = today.date();
        if (!agreement.holds(day)) {
            throw refused(Cause.EXPIRED, agreement.channel());
        }
        if (asked.fields().isEmpty() || !agreement.terms().fields().containsAll(asked.fields())) {
            throw refused(Cause.OTHER_FIELDS, agreement.channel());
        }
        YearMonth now = YearMonth.from(day);
        if (asked.period().isAfter(now)
                || asked.period().isBefore(YearMonth.from(agreement.terms().from()))) {
            throw refused(Cause.PERIOD, agreement.channel());
        }
    }

    private static SharingRefused refused(Cause cause, Channel channel) {
        return new SharingRefused(cause, channel.list(), channel.receiver());
    }

    private Clock clock(Agreement agreement) {
        LocalDate day = today.date();
        try {
            return new Clock(
                    day,
                    calendar.after(day, agreement.terms().receiptDays()),
                    calendar.after(day, agreement.terms().handlingDays()),
                    null,
                    null,
                    null,
                    0);
        } catch (IllegalArgumentException e) {
            throw refused(Cause.NO_CALENDAR, agreement.channel());
        }
    }

    /** The rolls of the last day of the month, or of today while the month runs. */
    private LocalDate asOf(YearMonth period) {
        LocalDate end = period.atEndOfMonth();
        return end.isAfter(today.date()) ? today.date() : end;
    }

    /** Keeps the rows and signs what they are. */
    private Delivery write(
            Agreement agreement, Request asked, String secret, Optional<Delivery> last, LongConsumer asking) {
        Clock clock = clock(agreement);
        Channel channel = agreement.channel();
        long id = store.next();
        asking.accept(id);
        List<SharedField> fields = EnumSet.copyOf(asked.fields()).stream().toList();
        RowWriter writer = new RowWriter(
                fields,
                HexFormat.of().parseHex(secret),
                (part, nth) -> store.part(id, channel.county(), nth, part),
                rows -> entries.keep(id, rows));
        long before =
                channel.list() == SharedList.CHECK ? 0 : last.map(Delivery::id).orElse(0L);
        LocalDate day = asOf(asked.period());
        RowWriter.Sources sources = new RowWriter.Sources(lists, households, day, today);
        lists.each(channel.list(), day, new SharedListStore.Between(before, id), row -> writer.row(row, sources));
        writer.keep();
        gone(before, id, writer);
        Content content = writer.end();
        Sealing sealing = keys.inUse();
        int version = asked.after() + 1;
        DeliveryHead head = new DeliveryHead(
                channel.name(),
                version,
                asked.period().toString(),
                clock.madeOn().toString(),
                last.map(Delivery::hash).orElse(Sm3.NOTHING),
                terms(agreement, fields),
                content,
                sealing.verifying().id());
        SignedHead signed = SignedHead.sign(SignedHead.Kind.DELIVERY, head, sealing);
        return new Delivery(
                id,
                agreement.id(),
                channel,
                version,
                asked.period().atDay(1),
                signed,
                signed.hash(),
                new Figures(
                        content.rows(),
                        content.added(),
                        content.changed(),
                        content.gone(),
                        content.bytes(),
                        writer.parts()),
                clock,
                Scope.officer().id().value());
    }

    private static DeliveryHead.Terms terms(Agreement agreement, List<SharedField> fields) {
        Agreement.Terms terms = agreement.terms();
        return new DeliveryHead.Terms(
                agreement.id(),
                terms.purpose(),
                terms.basis(),
                terms.until().toString(),
                agreement.channel().list().sender().name(),
                agreement.channel().receiver().name(),
                terms.receiverName(),
                terms.receiverKey().encoded(),
                fields.stream().map(Enum::name).toList());
    }

    private void gone(long before, long now, RowWriter writer) {
        String after = "";
        for (List<Gone> some = lists.gone(before, now, after, AT_ONCE);
                !some.isEmpty();
                some = lists.gone(before, now, after, AT_ONCE)) {
            some.forEach(writer::gone);
            after = some.get(some.size() - 1).key();
        }
    }

    /** Notes that the file leaves the platform, and tells which. */
    @Transactional
    public Delivery handOver(long id) {
        Delivery delivery = seen(store.lock(id));
        store.handedOver(id, today.date());
        trail.record(
                Act.EXPORTED,
                Subject.NONE,
                delivery.channel().name(),
                "delivery version " + delivery.version() + ", "
                        + delivery.figures().rows() + " rows, hash " + delivery.hash());
        return delivery;
    }

    /** A part of the rows of a delivery that is handed over. */
    @Transactional
    public byte[] part(Delivery delivery, int nth) {
        return store.part(delivery.id(), nth);
    }
}
