package org.doudi.server.benefits.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Ledger;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.benefits.files.ReturnResult.Standing;
import org.doudi.server.benefits.files.ReturnRow.Outcome;
import org.doudi.server.benefits.store.PaymentStore;
import org.doudi.server.benefits.store.ReturnStore;
import org.doudi.server.benefits.store.RunStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What banks answer. A file is taken whole or refused whole; of a file that is taken, each row ends a transfer, confirms what is known, or is
 * an error with its reason. Transfers, lines and the ledger move in one transaction.
 */
@Service
public class Returns {
    private static final long MOST_BYTES = 2L << 30;
    private static final int MOST_ROWS = 3_000_000;
    private static final int AT_ONCE = 5_000;
    private static final int LONGEST_TEXT = 200;
    private static final String STATEMENTS = "camt.053";

    private final ReturnStore store;
    private final RunStore runs;
    private final PaymentStore payments;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Today today;

    Returns(ReturnStore store, RunStore runs, PaymentStore payments, Ledger ledger, AuditTrail trail, Today today) {
        this.store = store;
        this.runs = runs;
        this.payments = payments;
        this.ledger = ledger;
        this.trail = trail;
        this.today = today;
    }

    /**
     * Takes a file that a bank sent back.
     *
     * @param id the run that it answers for; a statement may tell of other runs of the county too
     */
    @Transactional
    public ReturnResult take(long id, String name, InputStreamSource file) {
        Officer officer = finance();
        Run run = runs.lock(id).orElseThrow(() -> new RunRefused(RunRefused.Cause.NO_RUN));
        if (!Set.of(Run.State.RELEASED, Run.State.RECONCILED, Run.State.CLOSED).contains(run.state())) {
            throw new RunRefused(RunRefused.Cause.NOT_NOW);
        }
        ledger.lock(run.county());
        FileHead sent = payments.file(run)
                .orElseThrow(() -> new FileRefused(Cause.NO_FILE, "run " + id))
                .head();
        try {
            String hash = hash(file);
            Optional<Long> known = store.known(run.county(), hash);
            if (known.isPresent()) {
                return store.result(known.get(), Standing.KNOWN);
            }
            ReturnKind kind = kind(file);
            long taken = store.insert(
                    run,
                    hash,
                    name.substring(0, Math.min(name.length(), LONGEST_TEXT)),
                    kind,
                    today.date(),
                    officer.id().value());
            read(file, kind, sent, taken, run);
            return booked(run, taken, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(InputStreamSource file) throws IOException {
        try (InputStream in = new BoundedInput(file.getInputStream(), MOST_BYTES, new long[1]);
                Sm3Output hashed = new Sm3Output(OutputStream.nullOutputStream())) {
            if (in.transferTo(hashed) == 0) {
                throw new FileRefused(Cause.EMPTY, "1");
            }
            return hashed.hash();
        }
    }

    /** What kind of file it is, by its first bytes; the XML readers look at the namespace themselves. */
    private static ReturnKind kind(InputStreamSource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            byte[] start = in.readNBytes(4096);
            String text = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (text.startsWith("PK")) {
                return ReturnKind.WORKBOOK;
            }
            boolean wide = text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE");
            String plain =
                    text.replace("\u00EF\u00BB\u00BF", "").replace("\0", "").stripLeading();
            if (!plain.startsWith("<") && !wide) {
                return ReturnKind.CSV;
            }
            return plain.contains(STATEMENTS) ? ReturnKind.STATEMENT : ReturnKind.STATUS_REPORT;
        }
    }

    private void read(InputStreamSource file, ReturnKind kind, FileHead sent, long taken, Run run) throws IOException {
        ReturnReader reader = switch (kind) {
            case STATUS_REPORT -> new StatusReport();
            case STATEMENT -> new Statement();
            case CSV -> new CsvReturn();
            case WORKBOOK -> new WorkbookReturn();
        };
        List<ReturnRow> waiting = new ArrayList<>(AT_ONCE);
        long[] rows = {0};
        ReturnRow whole;
        try (InputStream in = new BufferedInputStream(file.getInputStream(), 1 << 16)) {
            whole = reader.read(in, sent, row -> {
                fits(row);
                if (++rows[0] > MOST_ROWS) {
                    throw new FileRefused(Cause.TOO_BIG, row.place());
                }
                waiting.add(row);
                if (waiting.size() == AT_ONCE) {
                    store.rows(taken, run.county(), waiting);
                    waiting.clear();
                }
            });
        }
        if (rows[0] == 0 && whole == null) {
            throw new FileRefused(Cause.EMPTY, "1");
        }
        if (!waiting.isEmpty()) {
            store.rows(taken, run.county(), waiting);
        }
        if (whole != null) {
            fits(whole);
            store.whole(taken, run, whole);
        }
    }

    private static void fits(ReturnRow row) {
        if (row.reference().length() > LONGEST_TEXT || row.code().length() > LONGEST_TEXT) {
            throw new FileRefused(Cause.TOO_LONG, row.place());
        }
        if (row.reference().indexOf('\0') >= 0 || row.code().indexOf('\0') >= 0) {
            throw new FileRefused(Cause.CHARACTERS, row.place());
        }
    }

    private ReturnResult booked(Run run, long file, ReturnKind kind) {
        store.judge(file, run, kind);
        for (Outcome outcome : List.of(Outcome.PAID, Outcome.REJECTED, Outcome.REVERSED)) {
            store.end(file, outcome, today.date()).forEach((of, sums) -> book(run.county(), file, of, outcome, sums));
        }
        ReturnResult result = store.result(file, Standing.BOOKED);
        List<Long> reconciled = store.reconcile(run.county());
        trail.record(
                Act.RUN_MOVED,
                Subject.NONE,
                run.kind() + " " + run.county() + " " + run.month(),
                "return " + file + ": " + result.paid() + " paid, " + result.rejected() + " rejected, "
                        + result.reversed() + " reversed, " + result.errors() + " errors"
                        + (reconciled.isEmpty() ? "" : "; reconciled runs " + reconciled));
        return result;
    }

    private void book(String county, long file, long run, Outcome outcome, Map<Aid, Long> sums) {
        Map<Account, Long> postings = new EnumMap<>(Account.class);
        long all = sums.values().stream().mapToLong(Long::longValue).sum();
        Ledger.Entry kind = switch (outcome) {
            case PAID -> {
                postings.put(Account.BLOCKED, -all);
                sums.forEach((aid, fen) -> postings.put(Account.paid(aid), fen));
                yield Ledger.Entry.PAID;
            }
            case REJECTED -> {
                postings.put(Account.BLOCKED, -all);
                postings.put(Account.POOL, all);
                yield Ledger.Entry.REJECTED;
            }
            case REVERSED -> {
                sums.forEach((aid, fen) -> postings.put(Account.paid(aid), -fen));
                postings.put(Account.POOL, all);
                yield Ledger.Entry.REVERSED;
            }
            case OPEN, UNKNOWN -> throw new IllegalStateException("nothing is booked for " + outcome);
        };
        String words = "return " + file + " of run " + run;
        ledger.book(county, kind, run, "return-" + file + "-" + run + "-" + outcome, words, postings);
    }

    /** The rows of a return that nothing was booked for. */
    @Transactional
    public List<ReturnResult.Fault> faults(long file, int offset, int limit) {
        return store.faults(file, offset, limit);
    }

    /** Closes a run whose transfers have all ended; by another than who let it go. */
    @Transactional
    public Run close(long id, int version, String key) {
        Officer officer = finance();
        Run run = runs.lock(id).orElseThrow(() -> new RunRefused(RunRefused.Cause.NO_RUN));
        if (!runs.command(id, key, "CLOSE", officer.id().value(), today.now())) {
            return run;
        }
        if (!Set.of(Run.State.RELEASED, Run.State.RECONCILED).contains(run.state())) {
            throw new RunRefused(RunRefused.Cause.NOT_NOW);
        }
        if (run.version() != version) {
            throw new RunRefused(RunRefused.Cause.OVERTAKEN);
        }
        if (store.open(id) > 0) {
            throw new RunRefused(RunRefused.Cause.OPEN_TRANSFERS);
        }
        Long releasedBy = run.releasedBy();
        if (releasedBy != null && releasedBy == officer.id().value()) {
            throw new RunRefused(RunRefused.Cause.FOUR_EYES);
        }
        store.close(id, today.date());
        trail.record(
                Act.RUN_MOVED,
                Subject.NONE,
                run.kind() + " " + run.county() + " " + run.month(),
                run.state() + " to " + Run.State.CLOSED);
        return runs.find(id).orElseThrow();
    }

    private static Officer finance() {
        Officer officer = Scope.officer();
        if (officer.role() != Role.FINANCE_OFFICER) {
            throw new RunRefused(RunRefused.Cause.NOT_NOW);
        }
        return officer;
    }
}
