import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.doudi.server.Platform;
import org.doudi.server.benefits.Ledger;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.Runs;
import org.doudi.server.benefits.files.PaymentFiles;
import org.doudi.server.benefits.files.Reconciliation;
import org.doudi.server.benefits.files.Returns;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.vault.Vault;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.ByteArrayResource;

/**
 * Pays one month after the other by the platform's own commands, each under a key that the month gives it, until a file named "enough" is there.
 * Whoever kills it starts it again: it goes on from where the database says that it was. In the end it counts what there is.
 */
public final class FaultMonths {
    /** The months of one county would not last: the calendar of working days ends. */
    private static final List<String> COUNTIES = List.of("210902", "210903", "210904", "210911", "210921", "210922");
    private static final long FEN = 12_345;
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    private final Path work;
    private final int payees;
    private final Connection owner;
    private final Runs runs;
    private final PaymentFiles files;
    private final Returns returns;

    private FaultMonths(Path work, int payees, Connection owner, Runs runs, PaymentFiles files, Returns returns) {
        this.work = work;
        this.payees = payees;
        this.owner = owner;
        this.runs = runs;
        this.files = files;
        this.returns = returns;
    }

    /** Arguments: payees, the folder to work in. */
    public static void main(String[] arguments) throws Exception {
        int payees = Integer.parseInt(arguments[0]);
        Path work = Path.of(arguments[1]);
        var context = new SpringApplication(Platform.class)
                .run("--server.port=0", "--management.server.port=0", "--doudi.database.data=" + work.resolve("data"));
        try (Connection owner = context.getBean(Flyway.class).getConfiguration().getDataSource().getConnection()) {
            fill(owner, context.getBean(Vault.class), payees);
            FaultMonths months = new FaultMonths(
                    work,
                    payees,
                    owner,
                    context.getBean(Runs.class),
                    context.getBean(PaymentFiles.class),
                    context.getBean(Returns.class));
            System.out.println("working");
            int done = 0;
            while (months.pay(done++) || !Files.exists(work.resolve("enough"))) {
                // the next one
            }
            months.count(done, context.getBean(Ledger.class), context.getBean(Reconciliation.class));
        }
        context.close();
        System.exit(0);
    }

    private static String county(int nth) {
        return COUNTIES.get(nth % COUNTIES.size());
    }

    private static LocalDate month(int nth) {
        return FIRST.plusMonths(nth / COUNTIES.size());
    }

    /** Brings a county's month to its end from where it stands; tells whether it was there already. */
    private boolean pay(int nth) throws Exception {
        String county = county(nth);
        LocalDate month = month(nth);
        // twice under one key: it may work once only
        as(county, 1, Role.FINANCE_OFFICER, () -> {
            runs.deposit(county, payees * FEN, "d" + month, "bench");
            runs.deposit(county, payees * FEN, "d" + month, "bench");
            return month;
        });
        Run run = standing(county, month);
        boolean was = run != null && run.state() == Run.State.RECONCILED;
        if (run == null) {
            run = as(county, 2, Role.COUNTY_OFFICER, () -> runs.draft(month, "a" + month));
        }
        Run at = run;
        if (at.state() == Run.State.COMPUTED) {
            Run before = at;
            at = as(county, 3, Role.COUNTY_APPROVER, () -> runs.check(before.id(), before.version(), "b" + month));
        }
        if (at.state() == Run.State.CHECKED) {
            Run before = at;
            at = as(county, 1, Role.FINANCE_OFFICER, () -> runs.fund(before.id(), before.version(), "c" + month));
        }
        if (at.state() == Run.State.FUNDED) {
            Run before = at;
            at = as(county, 4, Role.FINANCE_OFFICER, () -> runs.release(before.id(), before.version(), "e" + month));
        }
        if (at.state() == Run.State.RELEASED) {
            Run released = at;
            handOut(released);
            byte[] answer = answer(released.id());
            as(county, 4, Role.FINANCE_OFFICER, () -> returns.take(released.id(), "bank.csv", new ByteArrayResource(answer)));
        }
        return was;
    }

    private Run standing(String county, LocalDate month) throws Exception {
        long id;
        try (Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery("select coalesce(max(id), 0) from benefits.run where county = '" + county + "' and month = '"
                        + month + "' and state <> 'CANCELLED'")) {
            rows.next();
            id = rows.getLong(1);
        }
        return id == 0 ? null : as(county, 1, Role.FINANCE_OFFICER, () -> runs.get(id));
    }

    /** The bank notes each file that it is handed. */
    private void handOut(Run run) throws Exception {
        String county = run.county();
        SM3Digest digest = new SM3Digest();
        as(county, 4, Role.FINANCE_OFFICER, () -> {
            files.write(run.id(), new OutputStream() {
                @Override
                public void write(int one) {
                    digest.update((byte) one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    digest.update(bytes, from, length);
                }
            });
            return run;
        });
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        Files.writeString(
                work.resolve("bank"),
                run.county() + "-" + run.month() + " " + HexFormat.of().formatHex(hash) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    private byte[] answer(long run) throws Exception {
        StringBuilder text = new StringBuilder("reference,result,code\n");
        try (Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery("select reference from benefits.transfer where run = " + run + " order by id")) {
            while (rows.next()) {
                text.append(rows.getString(1)).append(",PAID,\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What there is against what there has to be. */
    private void count(int months, Ledger ledger, Reconciliation reconciliation) throws Exception {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        long due = (long) months * payees;
        tell(out, "months", months);
        tell(out, "lines-missing-or-doubled", Math.abs(due - one("select count(*) from benefits.line"))
                + one("select count(*) from (select from benefits.line group by household, benefit, month having count(*) > 1) x"));
        tell(out, "transfers-missing-or-doubled", Math.abs(due - one("select count(*) from benefits.transfer"))
                + one("select count(*) from (select from benefits.transfer group by line having count(*) > 1) x"));
        tell(out, "lines-not-paid", one("select count(*) from benefits.line where state <> 'PAID'"));
        tell(out, "transfers-not-paid", one("select count(*) from benefits.transfer where state <> 'PAID'"));
        tell(out, "fen-off", Math.abs(due * FEN - one("select coalesce(sum(fen), 0) from benefits.transfer where state = 'PAID'")));
        long off = one("select count(*) from (select from benefits.posting group by journal having sum(fen) <> 0) x");
        for (int c = 0; c < COUNTIES.size(); c++) {
            String county = COUNTIES.get(c);
            long fen = (months / COUNTIES.size() + (c < months % COUNTIES.size() ? 1 : 0)) * payees * FEN;
            Map<Ledger.Account, Long> balances = as(county, 1, Role.FINANCE_OFFICER, () -> ledger.balances(county));
            off += Math.abs(balances.get(Ledger.Account.FUNDING) + fen)
                    + Math.abs(balances.get(Ledger.Account.PAID_DIBAO) - fen)
                    + Math.abs(balances.get(Ledger.Account.POOL)) + Math.abs(balances.get(Ledger.Account.BLOCKED));
        }
        tell(out, "ledger-off", off);
        long gaps = 0;
        for (int nth = 0; nth < months; nth++) {
            String county = county(nth);
            long id = standing(county, month(nth)).id();
            gaps += as(county, 1, Role.FINANCE_OFFICER, () -> reconciliation.of(id).gaps().size());
        }
        tell(out, "reconciliation-gaps", gaps);
        var handed = Files.readAllLines(work.resolve("bank")).stream().distinct().toList();
        tell(out, "months-without-one-file", months - handed.stream().map(l -> l.split(" ")[0]).distinct().count()
                + (handed.size() - months));
    }

    private static void tell(PrintWriter out, String what, long figure) {
        out.println("faults." + what + " " + figure);
    }

    private long one(String query) throws Exception {
        try (Statement sql = owner.createStatement(); ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static <T> T as(String county, long id, Role role, Supplier<T> work) {
        return Scope.as(new Officer(new OfficerId(id), "bench" + id, "bench", role, new Area(county)), work);
    }

    /** Awards and accounts, all or none of them. */
    private static void fill(Connection owner, Vault vault, int payees) throws Exception {
        owner.setAutoCommit(false);
        try (Statement sql = owner.createStatement()) {
            try (ResultSet rows = sql.executeQuery("select exists (select from benefits.award)")) {
                rows.next();
                if (rows.getBoolean(1)) {
                    return;
                }
            }
            for (int c = 0; c < COUNTIES.size(); c++) {
                sql.execute("insert into benefits.award (village, household, payee, benefit, fen, valid_from, known_from, reason,"
                        + " source) select '" + COUNTIES.get(c) + "' || lpad((n % 400)::text, 6, '0'), n, n, 'DIBAO', " + FEN
                        + ", date '" + FIRST + "', timestamptz '2017-01-01 00:00:00Z', 'OPENING', 'bench' from generate_series("
                        + (c * payees + 1) + ", " + (c + 1) * payees + ") n");
            }
            sql.execute("insert into benefits.award_change (village, household, benefit, from_month, reason, source, at)"
                    + " select village, household, benefit, valid_from, reason, source, known_from from benefits.award");
            try (PreparedStatement insert = owner.prepareStatement(
                    "insert into benefits.bank_account (village, household, person, holder, bank, number_enc, number_idx,"
                            + " number_masked, state, proposed_by, proposed_on, decided_by, usable_from)"
                            + " values (?, ?, ?, ?, '402211000018', ?, ?, '*', 'ACTIVE', 1, date '2016-01-01', 2, date '2016-01-01')")) {
                for (int n = 1; n <= payees * COUNTIES.size(); n++) {
                    String number = "62284800" + String.format(Locale.ROOT, "%011d", n);
                    insert.setString(1, COUNTIES.get((n - 1) / payees) + String.format(Locale.ROOT, "%06d", n % 400));
                    insert.setLong(2, n);
                    insert.setLong(3, n);
                    insert.setString(4, "王" + n);
                    insert.setBytes(5, vault.encrypt("benefits.bank_account.number", number));
                    insert.setBytes(6, vault.index("benefits.bank_account.number", number));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            owner.commit();
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }
}
