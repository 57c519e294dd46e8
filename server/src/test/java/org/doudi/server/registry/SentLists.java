package org.doudi.server.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports.State;

/** Lists that an office of a township's county hands in and runs as their headers say. */
record SentLists(ListImports imports, Role role, String area) {
    <T> T office(Supplier<T> work) {
        return RegistryFixture.as(role, area, work);
    }

    ListImports.View sent(ListKind kind, LocalDate from, String text) {
        return office(() -> {
            try {
                Path file = Files.writeString(Files.createTempFile("doudi-list", ".csv"), text);
                long id = imports.read(kind, kind + ".csv", file);
                imports.run(id, imports.get(id).columns(), from);
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> imports.get(id).state() == State.DONE);
                Files.delete(file);
                return imports.get(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
