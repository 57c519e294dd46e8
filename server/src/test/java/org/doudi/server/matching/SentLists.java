package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListImports.State;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.shell.Today;

/** Lists of departments on their way into the registry, and the office that decides what is in doubt. */
final class SentLists {
    private static final String COUNTY = "210921";
    private static final int AT_ONCE = 500;

    private final ListImports imports;
    private final Today today;
    private final Map<Long, Role> sent = new HashMap<>();

    SentLists(ListImports imports, Today today) {
        this.imports = imports;
        this.today = today;
    }

    private static <T> T as(Role role, Supplier<T> work) {
        return RegistryFixture.as(role, COUNTY, work);
    }

    /** Reads a list and writes what is certain; who is meant by the rest is told by name, household by household. */
    void send(Role role, ListKind kind, List<String> rows, Map<String, Long> meant) {
        long id = read(role, kind, rows);
        sent.put(id, role);
        for (ListImports.Row row : rows(id, RowState.HELD)) {
            Long household = meant.get(row.cells().get(0));
            Long person = row.candidates().stream()
                    .filter(hit -> household != null && hit.household() == household)
                    .map(hit -> hit.person())
                    .findFirst()
                    .orElse(null);
            as(role, () -> {
                imports.decide(id, row.id(), person);
                return id;
            });
        }
    }

    private long read(Role role, ListKind kind, List<String> rows) {
        try {
            Path file = Files.createTempFile("list", ".csv");
            Files.write(file, rows);
            long id = as(role, () -> imports.read(kind, kind + "-" + today.date() + ".csv", file));
            Files.delete(file);
            as(role, () -> {
                imports.run(id, imports.get(id).columns(), today.date());
                return id;
            });
            for (int i = 0; i < 600 && as(role, () -> imports.get(id)).state() != State.DONE; i++) {
                Thread.sleep(20);
            }
            assertThat(as(role, () -> imports.get(id)).state()).isEqualTo(State.DONE);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<ListImports.Row> rows(long id, RowState state) {
        Role role = sent.getOrDefault(id, Role.COUNTY_OFFICER);
        return as(role, () -> imports.rows(id, state, 0, AT_ONCE));
    }

    /** Checks that of no list any row waits, and that each wrote something or found it there. */
    void settled() {
        for (long id : sent.keySet()) {
            assertThat(rows(id, RowState.HELD)).isEmpty();
            assertThat(rows(id, RowState.READ)).isEmpty();
            assertThat(rows(id, RowState.ALREADY).size()
                            + rows(id, RowState.ENTERED).size())
                    .isPositive();
        }
    }
}
