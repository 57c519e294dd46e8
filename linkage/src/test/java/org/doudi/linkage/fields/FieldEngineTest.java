package org.doudi.linkage.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doudi.linkage.acceptance.AnyRecordsTests;
import org.doudi.linkage.acceptance.InMemory;
import org.doudi.linkage.acceptance.MadeUpRecords;
import org.doudi.linkage.assign.Assignment.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What any engine must do with described records, done by the engine in memory; and what only that one has, threads. */
@Tag("engine-memory")
class FieldEngineTest extends AnyRecordsTests {
    @TempDir
    Path dir;

    FieldEngineTest() {
        super(new InMemory(2));
    }

    @Test
    void FLD11_the_result_does_not_depend_on_the_number_of_threads() throws IOException {
        String[] lists = MadeUpRecords.lists(1000, true);
        Path config = Files.writeString(dir.resolve("schema.yaml"), MadeUpRecords.SCHEMA);
        Path left = Files.writeString(dir.resolve("left.csv"), lists[0]);
        Path right = Files.writeString(dir.resolve("right.csv"), lists[1]);
        for (int threads : new int[] {1, 2, 7}) {
            new InMemory(threads).link(config, left, right, dir.resolve("out" + threads), Shape.ONE_TO_ONE);
        }
        for (String file : new String[] {"matches.csv", "review.csv", "unmatched-left.csv", "unmatched-right.csv"}) {
            String one = Files.readString(dir.resolve("out1").resolve(file));
            assertThat(Files.readString(dir.resolve("out2").resolve(file))).isEqualTo(one);
            assertThat(Files.readString(dir.resolve("out7").resolve(file))).isEqualTo(one);
        }
    }
}
