import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.doudi.server.Platform;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.Runs;
import org.doudi.server.benefits.files.PaymentFiles;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.vault.Vault;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;

/** A county's month with many payees, by the platform's own commands, and a bare COPY of the lines that came of it. */
public final class MoneyMonth {
    private static final String COUNTY = "210921";
    private static final String COLUMNS = "run, village, household, person, payee, benefit, month, regular_fen, arrears_fen,"
            + " recovered_fen, before_fen, change, reason, accepted_by, accepted_why, state, awards";

    private MoneyMonth() {}

    /** Arguments: payees, the folder to work in. */
    public static void main(String[] arguments) throws Exception {
        int payees = Integer.parseInt(arguments[0]);
        Path work = Path.of(arguments[1]);
        var context = new SpringApplication(Platform.class)
                .run("--server.port=0", "--management.server.port=0", "--doudi.database.data=" + work.resolve("data"));
        try (Connection owner = context.getBean(Flyway.class).getConfiguration().getDataSource().getConnection()) {
            fill(owner, context.getBean(Vault.class), payees);
            Runs runs = context.getBean(Runs.class);
            PaymentFiles files = context.getBean(PaymentFiles.class);
            as(1, Role.FINANCE_OFFICER, () -> {
                runs.deposit(COUNTY, payees * 1_000_000L, "1", "bench");
                return payees;
            });
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                pool.resetPeakUsage();
            }
            LocalDate month = LocalDate.of(2026, 7, 1);
            long[] at = {System.nanoTime()};
            Run drafted = as(2, Role.COUNTY_OFFICER, () -> runs.draft(month, "1"));
            tell("compute", at);
            Run checked = as(3, Role.COUNTY_APPROVER, () -> runs.check(drafted.id(), drafted.version(), "2"));
            Run funded = as(1, Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), "3"));
            tell("check-and-fund", at);
            as(4, Role.FINANCE_OFFICER, () -> runs.release(funded.id(), funded.version(), "4"));
            tell("release-and-seal", at);
            Path file = work.resolve("pain.001.xml");
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                as(4, Role.FINANCE_OFFICER, () -> {
                    files.write(drafted.id(), to);
                    return file;
                });
            }
            tell("export", at);
            long heap = 0;
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                if (pool.getType() == MemoryType.HEAP) {
                    heap += pool.getPeakUsage().getUsed();
                }
            }
            System.out.println("money.heap " + heap / 1e9);
            System.out.println("money.bytes " + Files.size(file) / 1e6);
            copy(owner, work.resolve("lines"));
        }
        context.close();
        System.exit(0);
    }

    private static <T> T as(long id, Role role, Supplier<T> work) {
        return Scope.as(new Officer(new OfficerId(id), "bench" + id, "bench", role, new Area(COUNTY)), work);
    }

    private static void tell(String what, long[] at) {
        long now = System.nanoTime();
        System.out.println("money." + what + " " + String.format(Locale.ROOT, "%.2f", (now - at[0]) / 1e9));
        at[0] = now;
    }

    /** Awards and accounts, which are there before the month begins. */
    private static void fill(Connection owner, Vault vault, int payees) throws Exception {
        try (Statement sql = owner.createStatement()) {
            sql.execute("insert into benefits.award (village, household, payee, benefit, fen, valid_from, known_from, reason,"
                    + " source) select '" + COUNTY + "' || lpad((n % 400)::text, 6, '0'), n, n, 'DIBAO', 10000 + n % 40000,"
                    + " date '2026-01-01', timestamptz '2026-01-01 00:00:00Z', 'OPENING', 'bench' from generate_series(1, " + payees
                    + ") n");
            sql.execute("insert into benefits.award_change (village, household, benefit, from_month, reason, source, at)"
                    + " select village, household, benefit, valid_from, reason, source, known_from from benefits.award");
        }
        owner.setAutoCommit(false);
        try (PreparedStatement insert = owner.prepareStatement(
                "insert into benefits.bank_account (village, household, person, holder, bank, number_enc, number_idx,"
                        + " number_masked, state, proposed_by, proposed_on, decided_by, usable_from)"
                        + " values (?, ?, ?, ?, '402211000018', ?, ?, '*', 'ACTIVE', 1, date '2026-01-01', 2, date '2026-01-01')")) {
            for (int n = 1; n <= payees; n++) {
                String number = "62284800" + String.format(Locale.ROOT, "%011d", n);
                insert.setString(1, COUNTY + String.format(Locale.ROOT, "%06d", n % 400));
                insert.setLong(2, n);
                insert.setLong(3, n);
                insert.setString(4, "王" + n);
                insert.setBytes(5, vault.encrypt("benefits.bank_account.number", number));
                insert.setBytes(6, vault.index("benefits.bank_account.number", number));
                insert.addBatch();
                if (n % 5_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (Statement sql = owner.createStatement()) {
            sql.execute("vacuum analyze benefits.award");
            sql.execute("vacuum analyze benefits.award_change");
            sql.execute("vacuum analyze benefits.bank_account");
        }
    }

    /** The same rows into a table with the same indexes, by COPY alone. */
    private static void copy(Connection owner, Path rows) throws Exception {
        try (Statement sql = owner.createStatement()) {
            sql.execute("create table public.bare_line (like benefits.line including all) with (fillfactor = 50)");
        }
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(rows))) {
            copy.copyOut("copy (select " + COLUMNS + " from benefits.line) to stdout", to);
        }
        long[] at = {System.nanoTime()};
        try (var in = Files.newInputStream(rows)) {
            copy.copyIn("copy public.bare_line (" + COLUMNS + ") from stdin", in, 1 << 16);
        }
        tell("copy", at);
    }
}
