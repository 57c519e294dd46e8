package org.doudi.server.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.SignedHead;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.exchange.store.IncomingStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lists that the systems of departments hand in: signed, each chained to the one before it, taken whole or not at all. What is taken is a list of the department as
 * any other: matched, held where it is doubtful, and its rows told back.
 */
@Service
public class IncomingLists {
    /** The size of a part of a file, but for the last. */
    public static final int PART_BYTES = 4 << 20;

    private static final long MOST_BYTES = 512L << 20;
    private final IncomingStore store;
    private final IncomingSheets sheets;
    private final CheckAnswers answers;
    private final IncomingReceipts receipts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;

    IncomingLists(
            IncomingStore store,
            IncomingSheets sheets,
            CheckAnswers answers,
            IncomingReceipts receipts,
            AuditTrail trail,
            TransactionTemplate transaction,
            Today today) {
        this.store = store;
        this.sheets = sheets;
        this.answers = answers;
        this.receipts = receipts;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
    }

    /**
     * A file that is under way.
     *
     * @param hash SM3 of the whole file
     * @param parts those that were received, from 0
     */
    public record Upload(long id, SharedList list, long bytes, String hash, List<Integer> parts) {
        public Upload {
            parts = List.copyOf(parts);
        }

        /** How many parts it has. */
        public int count() {
            return (int) ((bytes + PART_BYTES - 1) / PART_BYTES);
        }

        private long length(int nth) {
            return nth == count() - 1 ? bytes - (long) nth * PART_BYTES : PART_BYTES;
        }
    }

    /**
     * A list that was taken.
     *
     * @param hash by which its receipts name it
     * @param answers the delivery that it answers; null for a list
     * @param listImport the import it became
     * @param receipts how many were given
     */
    public record Taken(
            long id,
            SharedList list,
            int version,
            SignedHead head,
            String hash,
            @Nullable Long answers,
            long listImport,
            LocalDate takenOn,
            int receipts) {}

    /** Notes by which key the system of an account signs. */
    @Transactional
    public void sender(OfficerId account, VerifyingKey key) {
        store.sender(account.value(), key);
        trail.record(Act.AGREEMENT_CHANGED, Subject.NONE, "", "account " + account.value() + " signs by " + key.id());
    }

    /** Begins a file, or goes on with the same one. */
    @Transactional
    public Upload begin(SharedList list, long bytes, String hash) {
        granted(list);
        if (bytes < 1 || bytes > MOST_BYTES || !hash.matches("[0-9a-f]{64}")) {
            throw refused(Cause.TOO_LONG, list);
        }
        long id = store.open(county(), account(), list, bytes, hash);
        return find(id);
    }

    private static void granted(SharedList list) {
        if (!SystemRight.GIVE.granted().contains(list)) {
            throw refused(Cause.NOT_YOURS, list);
        }
        if (list != SharedList.CHECK && !IncomingSheets.knows(list)) {
            throw refused(Cause.NO_LIST, list);
        }
    }

    private static SharingRefused refused(Cause cause, SharedList list) {
        return new SharingRefused(cause, list, list.receiver());
    }

    private static String county() {
        return Scope.officer().area().code();
    }

    private static long account() {
        return Scope.officer().id().value();
    }

    /** A file that is under way. */
    @Transactional
    public Upload find(long id) {
        return store.lock(id, account()).orElseThrow(() -> new SharingRefused(Cause.NOT_FOUND));
    }

    /** Takes a part; the same one again changes nothing. */
    @Transactional
    public Upload part(long id, int nth, byte[] content) {
        Upload upload = find(id);
        if (nth < 0 || nth >= upload.count() || content.length != upload.length(nth)) {
            throw refused(Cause.TOO_LONG, upload.list());
        }
        store.part(id, county(), nth, content);
        return find(id);
    }

    /** Takes a file that is whole, if it is what it has to be; asked again, or for the one that was taken last, it changes nothing. */
    public Taken end(long id) {
        Officer sender = Scope.officer();
        boolean answers = inTransaction(() -> store.lock(id, account()))
                .filter(upload -> upload.list() == SharedList.CHECK)
                .isPresent();
        if (!answers) {
            return inTransaction(() -> end(id, sender));
        }
        return forCounty(sender, () -> end(id, sender));
    }

    /** What an answer tells is written by the county that asked, whose lists the sender does not see. */
    private <T> T forCounty(Officer sender, Supplier<T> work) {
        return Scope.as(Officer.system(sender.area(), Role.COUNTY_OFFICER), () -> inTransaction(work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(t -> work.get()));
    }

    private Taken end(long id, Officer sender) {
        long account = sender.id().value();
        Optional<Upload> found = store.lock(id, account);
        if (found.isEmpty()) {
            return store.takenFrom(id, account).orElseThrow(() -> new SharingRefused(Cause.NOT_FOUND));
        }
        Upload upload = found.get();
        granted(upload.list());
        if (upload.parts().size() != upload.count()
                || !Sm3.of(store.bytes(upload)).equals(upload.hash())) {
            throw refused(Cause.NOT_WHOLE, upload.list());
        }
        VerifyingKey key = store.senderKey(account).orElseThrow(() -> refused(Cause.NO_SENDER_KEY, upload.list()));
        store.lock(county(), upload.list());
        DeliveryFile file = checked(upload, key);
        DeliveryHead head = Objects.requireNonNull(file.head());
        Optional<CheckRequest> request = upload.list() == SharedList.CHECK
                ? Optional.of(answers.asked(head.channel(), sender.department()))
                : Optional.empty();
        Optional<Taken> last = store.last(county(), upload.list(), request.map(CheckRequest::delivery));
        if (last.filter(l -> l.hash().equals(file.hash())).isPresent()) {
            store.forget(id);
            return last.get();
        }
        follows(head, upload.list(), last);
        long listImport = request.map(asked -> answers.hand(upload, head, asked, sender))
                .orElseGet(() -> sheets.hand(upload, head));
        long taken = store.keep(
                new IncomingStore.Fresh(upload, account, head.version(), Objects.requireNonNull(file.signed())),
                county(),
                request.map(CheckRequest::delivery),
                listImport,
                today.date());
        store.forget(id);
        trail.record(
                Act.RECEIPT_TAKEN,
                Subject.NONE,
                head.terms().purpose(),
                head.channel() + " version " + head.version() + " handed in by " + sender.username() + ", "
                        + head.content().rows() + " rows");
        return store.find(taken).orElseThrow();
    }

    private DeliveryFile checked(Upload upload, VerifyingKey key) {
        Set<String> keys = new HashSet<>();
        boolean[] doubled = {false};
        try (InputStream in = store.bytes(upload)) {
            DeliveryFile file = DeliveryFile.check(in, key, row -> doubled[0] |= !keys.add(row));
            if (!file.faults().isEmpty()) {
                throw refused(SharingRefused.of(file.faults().get(0)), upload.list());
            }
            if (doubled[0]) {
                throw refused(Cause.UNKNOWN_ROWS, upload.list());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follows(DeliveryHead head, SharedList list, Optional<Taken> last) {
        // an answer is a channel of its own, by the number of what it answers
        String channel = new Channel(county(), list, list.receiver()).name();
        if (list != SharedList.CHECK && !head.channel().equals(channel)) {
            throw refused(Cause.OTHER_DELIVERY, list);
        }
        int before = last.map(Taken::version).orElse(0);
        if (head.version() <= before) {
            throw refused(Cause.REPLAYED, list);
        }
        if (head.version() != before + 1
                || !head.previous().equals(last.map(Taken::hash).orElse(Sm3.NOTHING))) {
            throw refused(Cause.MISSING_BEFORE, list);
        }
        try {
            if (LocalDate.parse(head.madeOn()).isAfter(today.date())
                    || YearMonth.parse(head.period()).isAfter(YearMonth.from(today.date()))) {
                throw refused(Cause.PERIOD, list);
            }
        } catch (DateTimeException e) {
            throw refused(Cause.PERIOD, list);
        }
    }

    /** What became of the rows since the receipt before, signed; empty while there is nothing new. */
    public Optional<byte[]> receipt(long id) {
        Officer sender = Scope.officer();
        Taken taken = inTransaction(() -> mine(id));
        if (taken.answers() == null) {
            return inTransaction(() -> receipt(id, sender));
        }
        return forCounty(sender, () -> receipt(id, sender));
    }

    /** A list of the reader's department. */
    Taken mine(long id) {
        return store.find(id)
                .filter(t -> SystemRight.GIVE.granted().contains(t.list()))
                .filter(t -> t.answers() == null
                        || answers.isOf(t.answers(), Scope.officer().department()))
                .orElseThrow(() -> new SharingRefused(Cause.NOT_FOUND));
    }

    private Optional<byte[]> receipt(long id, Officer sender) {
        Taken taken = store.find(id).orElseThrow();
        List<Handling> fresh = receipts.of(taken, store.told(id));
        if (fresh.isEmpty() && taken.receipts() > 0) {
            return Optional.empty();
        }
        int number = taken.receipts() + 1;
        store.tell(id, county(), number, fresh.stream().map(Handling::row).toList());
        trail.record(
                Act.EXPORTED,
                Subject.NONE,
                "",
                "receipt " + number + " for " + taken.list() + " version " + taken.version() + " to "
                        + sender.username());
        return Optional.of(receipts.sign(taken, number, fresh));
    }
}
