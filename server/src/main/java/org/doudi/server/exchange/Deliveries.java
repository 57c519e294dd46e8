package org.doudi.server.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.doudi.server.exchange.store.ListStore;
import org.doudi.server.exchange.store.ListStore.Gone;
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
    private static final Figures NONE_YET = new Figures(0, 0, 0, 0, 0, 0);

    private final AgreementStore agreements;
    private final DeliveryStore store;
    private final EntryStore entries;
    private final ListStore lists;
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
            ListStore lists,
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
        Delivery begun = begin(agreement, asked, asked.after() + 1);
        store.begin(begun, kept.id());
        write(begun, agreement, asked.fields(), kept.secret(), last);
        Delivery made = store.find(begun.id()).orElseThrow();
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

    private Delivery begin(Agreement agreement, Request asked, int version) {
        LocalDate day = today.date();
        try {
            Clock clock = new Clock(
                    day,
                    calendar.after(day, agreement.terms().receiptDays()),
                    calendar.after(day, agreement.terms().handlingDays()),
                    null,
                    null,
                    null,
                    0);
            return new Delivery(
                    store.next(),
                    agreement.id(),
                    agreement.channel(),
                    version,
                    asked.period().atDay(1),
                    new SignedHead(SignedHead.Kind.DELIVERY, "", ""),
                    "",
                    NONE_YET,
                    clock,
                    Scope.officer().id().value());
        } catch (IllegalArgumentException e) {
            throw refused(Cause.NO_CALENDAR, agreement.channel());
        }
    }

    /** The rolls of the last day of the month, or of today while the month runs. */
    private LocalDate asOf(LocalDate period) {
        LocalDate end = YearMonth.from(period).atEndOfMonth();
        return end.isAfter(today.date()) ? today.date() : end;
    }

    private void write(
            Delivery begun, Agreement agreement, Set<SharedField> asked, String secret, Optional<Delivery> last) {
        List<SharedField> fields = EnumSet.copyOf(asked).stream().toList();
        long before = last.map(Delivery::id).orElse(0L);
        LocalDate day = asOf(begun.period());
        int[] nth = {0};
        RowWriter writer = new RowWriter(
                fields,
                HexFormat.of().parseHex(secret),
                part -> store.part(begun.id(), begun.channel().county(), nth[0]++, part),
                rows -> entries.keep(begun.id(), rows));
        RowWriter.Sources sources = new RowWriter.Sources(lists, households, day, today);
        lists.each(begun.channel().list(), day, before, row -> writer.row(row, sources));
        writer.keep();
        gone(before, begun.id(), writer);
        Content content = writer.end();
        Sealing sealing = keys.inUse();
        DeliveryHead head = new DeliveryHead(
                begun.channel().name(),
                begun.version(),
                YearMonth.from(begun.period()).toString(),
                begun.clock().madeOn().toString(),
                last.map(Delivery::hash).orElse(Sm3.NOTHING),
                new DeliveryHead.Terms(
                        agreement.id(),
                        agreement.terms().purpose(),
                        agreement.terms().basis(),
                        agreement.terms().until().toString(),
                        begun.channel().list().sender().name(),
                        begun.channel().receiver().name(),
                        agreement.terms().receiverName(),
                        agreement.terms().receiverKey().encoded(),
                        fields.stream().map(Enum::name).toList()),
                content,
                sealing.verifying().id());
        store.seal(
                begun.id(),
                SignedHead.sign(SignedHead.Kind.DELIVERY, head, sealing),
                new Figures(
                        content.rows(),
                        content.added(),
                        content.changed(),
                        content.gone(),
                        content.bytes(),
                        writer.parts()));
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
