package org.doudi.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FebrlDataTest {
    @TempDir
    private Path directory;

    @Test
    void BEN05_every_original_has_one_damaged_copy_of_eleven_columns() throws IOException {
        FebrlData.write(directory, 500, 3);
        List<String> left = Files.readAllLines(directory.resolve("left.csv"));
        List<String> right = Files.readAllLines(directory.resolve("right.csv"));
        assertThat(left)
                .hasSize(501)
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(11));
        assertThat(right)
                .hasSize(501)
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(11));
        assertThat(Files.readAllLines(directory.resolve("right.truth.csv"))).hasSize(501);
        assertThat(directory.resolve("link.yaml")).content().startsWith("id: rec_id");
    }

    @Test
    void BEN06_the_same_seed_gives_the_same_english_set() throws IOException {
        FebrlData.write(directory.resolve("one"), 300, 3);
        FebrlData.write(directory.resolve("two"), 300, 3);
        for (String file : List.of("left.csv", "right.csv")) {
            assertThat(directory.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("one").resolve(file));
        }
    }
}
