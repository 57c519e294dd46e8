package org.doudi.server.benefits.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Ledger;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunSeal;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.benefits.store.PaymentStore;
import org.doudi.server.benefits.store.RunStore;
import org.doudi.server.shell.Today;
import org.doudi.server.vault.UnreadableException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank file of a run. It is made once, when the run is let go, and kept packed and encrypted; what is handed out are these very bytes, whatever a
 * later version of the platform would write.
 */
@Service
public class PaymentFiles implements RunSeal {
    private final PaymentStore payments;
    private final RunStore runs;
    private final Payers payers;
    private final BankLayouts layouts;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Today today;
    private final @Nullable Path layout;

    PaymentFiles(
            PaymentStore payments,
            RunStore runs,
            Payers payers,
            BankLayouts layouts,
            Ledger ledger,
            AuditTrail trail,
            Today today,
            @Value("${doudi.money.layout:#{null}}") @Nullable Path layout) {
        this.payments = payments;
        this.runs = runs;
        this.payers = payers;
        this.layouts = layouts;
        this.ledger = ledger;
        this.trail = trail;
        this.today = today;
        this.layout = layout;
    }

    @Override
    @Transactional
    public void seal(Run run) {
        PaymentStore.Sum sum = payments.sum(run.id());
        fit(run, sum.fen());
        FileHead head = new FileHead(
                "DOUDI-" + run.county() + "-" + run.id(),
                run.dueOn(),
                today.now().truncatedTo(ChronoUnit.SECONDS),
                payers.of(run.county()),
                sum.transfers(),
                sum.fen());
        BankLayout chosen = layouts.of(run).orElse(null);
        if (chosen != null && !chosen.holds(today.date())) {
            throw new FileRefused(Cause.LAYOUT, chosen.name());
        }
        SealedFile file =
                chosen == null ? make(run, head, null, layout()) : make(run, head, chosen.name(), chosen.text());
        trail.record(
                Act.RUN_MOVED,
                Subject.NONE,
                run.kind() + " " + run.county() + " " + run.month(),
                "sealed " + sum.transfers() + " transfers as " + file.hash());
    }

    /** What was set aside and is not sent goes back to the pool; what is sent beyond it comes out of it. */
    private void fit(Run run, long sent) {
        ledger.lock(run.county());
        long fen = sent - payments.blocked(run.id());
        long free = ledger.balances(run.county()).getOrDefault(Account.POOL, 0L);
        if (fen > free) {
            throw new RunRefused(RunRefused.Cause.NOT_ENOUGH, fen - free);
        }
        if (fen != 0) {
            ledger.book(
                    run.county(),
                    Ledger.Entry.FIT,
                    run.id(),
                    "fit-" + run.id(),
                    "run " + run.id(),
                    Map.of(Account.POOL, -fen, Account.BLOCKED, fen));
        }
    }

    private @Nullable String layout() {
        try {
            return layout == null ? null : Files.readString(layout);
        } catch (IOException e) {
            throw new FileRefused(Cause.LAYOUT, "doudi.money.layout", e);
        }
    }

    /** The sealed file of a run, if it was let go. */
    @Transactional
    public Optional<SealedFile> of(long run) {
        return payments.file(get(run));
    }

    /** Makes the file, and keeps it as it comes. */
    private SealedFile make(Run run, FileHead head, @Nullable String bank, @Nullable String text) {
        AtomicInteger parts = new AtomicInteger();
        String hash;
        try (Sm3Output hashed =
                new Sm3Output(new Packed(new PartOutput(part -> payments.part(run, parts.getAndIncrement(), part))))) {
            BankFormat format = text == null ? new IsoFormat() : LayoutFormat.parse(text);
            format.write(head, each -> payments.each(run.id(), each), hashed);
            hash = hashed.hash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SealedFile file = new SealedFile(head, bank, text, hash);
        // only now is the last part kept
        payments.keep(run, file, parts.get());
        return file;
    }

    /**
     * Writes the file of a run. Each part of it shows by itself that it is unchanged; in the end the whole has to have the sealed hash. Who
     * breaks off in the middle has read it all the same, and is noted.
     */
    @Transactional(
            isolation = Isolation.REPEATABLE_READ,
            noRollbackFor = {UncheckedIOException.class, FileRefused.class})
    public void write(long id, OutputStream to) {
        Run run = get(id);
        SealedFile file = payments.file(run).orElseThrow(() -> new FileRefused(Cause.NO_FILE, "run " + id));
        trail.record(Act.EXPORTED, Subject.NONE, "", "bank file " + file.head().message() + " " + file.hash());
        Sm3Output hashed = new Sm3Output(to);
        try (InputStream unpacked = new GZIPInputStream(
                new PartInput(payments.parts(run), nth -> payments.part(run, nth)), PartOutput.BYTES)) {
            unpacked.transferTo(hashed);
        } catch (ZipException | EOFException | UnreadableException e) {
            throw new FileRefused(Cause.BROKEN_SEAL, file.head().message(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!hashed.hash().equals(file.hash())) {
            throw new FileRefused(Cause.BROKEN_SEAL, file.head().message());
        }
    }

    private Run get(long run) {
        return runs.find(run).orElseThrow(() -> new RunRefused(RunRefused.Cause.NO_RUN));
    }

    /** Packs fast; most of a bank file is the same words again and again. */
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream to) throws IOException {
            super(to, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
