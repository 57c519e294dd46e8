package org.doudi.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doudi.linkage.acceptance.AnyEngineTests;
import org.doudi.linkage.acceptance.InMemory;
import org.doudi.linkage.acceptance.MadeUp;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.table.UnreadableList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine in memory: what any engine must do, and what only this one has. */
@Tag("engine-memory")
class LinkerTest extends AnyEngineTests {
    @TempDir
    Path folder;

    LinkerTest() {
        super(new InMemory(2));
    }

    @Test
    void LNK06_the_answer_is_the_same_bytes_for_any_number_of_threads() throws IOException {
        Path left = Files.writeString(folder.resolve("left.csv"), MadeUp.HEADER + MadeUp.crowd(0, 3000));
        Path right = Files.writeString(folder.resolve("right.csv"), MadeUp.HEADER + MadeUp.crowd(1000, 4000));
        List<String> first = null;
        for (int threads : new int[] {1, 2, 7}) {
            Path out = folder.resolve("out" + threads);
            new InMemory(threads).link(left, right, out, Assignment.Shape.ONE_TO_ONE);
            List<String> all = new ArrayList<>();
            for (String name : List.of("matches.csv", "review.csv", "unmatched-left.csv", "duplicates-left.csv")) {
                all.addAll(Files.readAllLines(out.resolve(name)));
            }
            assertThat(all).hasSizeGreaterThan(2000);
            first = first == null ? all : first;
            assertThat(all).isEqualTo(first);
        }
    }

    @Test
    void LNK14_a_list_that_cannot_be_used_is_told_by_its_own_kind_of_failure() {
        assertThatThrownBy(() -> new Linker(1, Progress.SILENT).dedupe(folder.resolve("absent.csv")))
                .isInstanceOf(UnreadableList.class);
    }
}
