package org.doudi.server.benefits.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank file of a run. It is never stored: it is made again from what does not change any more, and handed out only if its bytes have the
 * hash that was sealed when the run was let go.
 */
@Service
public class PaymentFiles implements RunSeal {
    private final PaymentStore payments;
    private final RunStore runs;
    private final Payers payers;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Today today;
    private final @Nullable Path layout;

    PaymentFiles(
            PaymentStore payments,
            RunStore runs,
            Payers payers,
            Ledger ledger,
            AuditTrail trail,
            Today today,
            @Value("${doudi.money.layout:#{null}}") @Nullable Path layout) {
        this.payments = payments;
        this.runs = runs;
        this.payers = payers;
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
        String text = layout();
        SealedFile file = new SealedFile(head, text, hash(run, head, text));
        payments.keep(run, file);
        runs.seal(run.id(), file.hash(), head.madeAt());
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

    /** Writes the file of a run, after a first pass has shown that its bytes are the sealed ones. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void write(long id, OutputStream to) {
        Run run = get(id);
        SealedFile file = payments.file(run).orElseThrow(() -> new FileRefused(Cause.NO_FILE, "run " + id));
        if (!hash(run, file.head(), file.layout()).equals(file.hash())) {
            throw new FileRefused(Cause.BROKEN_SEAL, file.head().message());
        }
        put(run, file.head(), file.layout(), to);
        trail.record(Act.EXPORTED, Subject.NONE, "", "bank file " + file.head().message() + " " + file.hash());
    }

    private Run get(long run) {
        return runs.find(run).orElseThrow(() -> new RunRefused(RunRefused.Cause.NO_RUN));
    }

    private String hash(Run run, FileHead head, @Nullable String text) {
        Sm3Output hashed = new Sm3Output(OutputStream.nullOutputStream());
        put(run, head, text, hashed);
        return hashed.hash();
    }

    private void put(Run run, FileHead head, @Nullable String text, OutputStream to) {
        BankFormat format = text == null ? new IsoFormat() : LayoutFormat.parse(text);
        try {
            format.write(head, each -> payments.each(run.id(), each), to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
