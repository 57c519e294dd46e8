package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Loading is bulk work: more than one batch of households comes in within seconds, and all or nothing. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class LoadSpeedTest {
    private static final int COPIES = 5;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Households households;

    @TempDir
    private Path folder;

    private void copies(String county) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        List<String> oldLines = Files.readAllLines(RegistryFixture.folder().resolve("households.jsonl"));
        List<String> oldPersons = Files.readAllLines(RegistryFixture.folder().resolve("persons.csv"));
        persons.add(oldPersons.get(0));
        for (int copy = 1; copy <= COPIES; copy++) {
            String number = "H-" + county.charAt(5) + copy;
            oldLines.forEach(line ->
                    lines.add(line.replace("H-00", number).replace("\"village\":\"210921", "\"village\":\"" + county)));
            oldPersons.stream().skip(1).forEach(row -> persons.add(row.replace("H-00", number)));
        }
        Files.write(folder.resolve("households.jsonl"), lines);
        Files.write(folder.resolve("persons.csv"), persons);
    }

    @Test
    @DisplayName("2,600 households are loaded within ten seconds")
    void fast() throws IOException {
        copies("210922");
        long start = System.nanoTime();
        int loaded = loader.load(folder);
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        assertThat(loaded).isEqualTo(COPIES * 520);
        assertThat(RegistryFixture.as(Role.COUNTY_OFFICER, "210922", households::count))
                .isEqualTo(loaded);
        assertThat(seconds).isLessThan(10);
    }

    @Test
    @DisplayName("a folder with a broken line is not loaded at all")
    void allOrNothing() throws IOException {
        copies("210905");
        Path file = folder.resolve("households.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(lines.size() - 1, "{\"householdId\":\"broken\"}");
        Files.write(file, lines);
        assertThatThrownBy(() -> loader.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line " + lines.size());
        assertThat(RegistryFixture.as(Role.COUNTY_OFFICER, "210905", households::count))
                .isZero();
    }
}
