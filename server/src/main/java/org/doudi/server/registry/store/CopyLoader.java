package org.doudi.server.registry.store;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.doudi.policy.Household;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.Line;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.shell.Today;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads with COPY: into tables of the transaction first, since row-level security takes rows from INSERT only. */
@Component
class CopyLoader implements RegistryLoader {
    private static final int BATCH = 2000;
    private static final Area CITY = new Area("2109");
    private static final List<Target> TARGETS = List.of(
            new Target("household", "id, number, village, head, address, formed_on"),
            new Target(
                    "person",
                    "id, village, name, sex, birth, id_no_enc, id_no_idx, id_no_masked, number_sound, phone_enc, phone_idx"),
            new Target("membership", "household, person, village, number, place, relation, valid_from, known_from"),
            new Target("fact", "household, person, village, kind, content, valid_from, known_from, source"),
            new Target(
                    "roll_entry",
                    "roll, household, person, village, content, valid_from, valid_to, known_from, source"));

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final IdNumbers idNumbers;
    private final Sequences sequences;
    private final Filled filled;
    private final Today today;
    private final AuditTrail trail;

    private record Target(String table, String columns) {}

    CopyLoader(
            JdbcClient jdbc,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            IdNumbers idNumbers,
            Sequences sequences,
            Filled filled,
            Today today,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.idNumbers = idNumbers;
        this.sequences = sequences;
        this.filled = filled;
        this.today = today;
        this.trail = trail;
    }

    @Override
    public int load(Path folder) {
        return Scope.as(Officer.system(CITY), () -> {
            int loaded = Objects.requireNonNull(transaction.execute(status -> all(folder)));
            filled.tables(TARGETS.stream().map(Target::table).toList());
            return loaded;
        });
    }

    private int all(Path folder) {
        for (Target target : TARGETS) {
            jdbc.sql("create temp table load_" + target.table() + " on commit drop as select " + target.columns()
                            + " from registry." + target.table() + " where false")
                    .update();
        }
        HouseholdReader reader = new HouseholdReader();
        int loaded = 0;
        try (BufferedReader lines =
                        Files.newBufferedReader(folder.resolve("households.jsonl"), StandardCharsets.UTF_8);
                PersonRows persons = new PersonRows(folder.resolve("persons.csv"))) {
            List<LoadBatch.Loaded> batch = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Household household = household(reader.read(line), loaded + batch.size() + 1);
                batch.add(new LoadBatch.Loaded(household, persons.of(household.householdId())));
                if (batch.size() == BATCH) {
                    loaded += write(batch);
                    batch.clear();
                }
            }
            loaded += write(batch);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder could not be loaded", e);
        }
        for (Target target : TARGETS) {
            jdbc.sql("drop table load_" + target.table()).update();
        }
        trail.record(Act.LIST_IMPORTED, Subject.NONE, "", "households " + loaded);
        return loaded;
    }

    private static Household household(Line line, int number) {
        return line.fold(Line.Accepted::household, rejected -> {
            throw new IllegalArgumentException("line " + number + ": " + rejected.errors());
        });
    }

    private int write(List<LoadBatch.Loaded> households) {
        if (households.isEmpty()) {
            return 0;
        }
        int people = households.stream().mapToInt(l -> l.household().size()).sum();
        LoadBatch batch = new LoadBatch(
                idNumbers, today.now(), sequences.ids("household", households.size()), sequences.ids("person", people));
        households.forEach(batch::add);
        List<CopyText> texts = List.of(batch.households, batch.persons, batch.memberships, batch.facts, batch.rolls);
        for (int i = 0; i < texts.size(); i++) {
            copy(TARGETS.get(i), texts.get(i).take());
        }
        return households.size();
    }

    private void copy(Target target, byte[] rows) {
        String staging = "load_" + target.table();
        try {
            CopyManager copy = DataSourceUtils.getConnection(dataSource)
                    .unwrap(PGConnection.class)
                    .getCopyAPI();
            copy.copyIn("copy " + staging + " (" + target.columns() + ") from stdin", new ByteArrayInputStream(rows));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the rows of " + target.table() + " could not be copied", e);
        }
        jdbc.sql("insert into registry." + target.table() + " (" + target.columns() + ") select " + target.columns()
                        + " from " + staging)
                .update();
        jdbc.sql("truncate " + staging).update();
    }
}
