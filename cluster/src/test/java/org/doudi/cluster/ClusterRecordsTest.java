package org.doudi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.linkage.acceptance.AnyRecordsTests;
import org.doudi.linkage.acceptance.InMemory;
import org.doudi.linkage.acceptance.MadeUpRecords;
import org.doudi.linkage.assign.Assignment.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that a schema describes: what any engine must do with them, and the engine on Spark against the engine in memory. */
@Tag("engine-cluster")
class ClusterRecordsTest extends AnyRecordsTests {
    private static final int RECORDS = 1200;

    @TempDir
    Path dir;

    private final ClusterRun cluster = new ClusterRun();

    ClusterRecordsTest() {
        super(new OnSpark());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    /** What lists have: rows twice, rows without a key, rows that hold nothing, quotes that are not closed, cells over several lines. */
    private static String rough(String list) {
        StringBuilder rough = new StringBuilder();
        List<String> lines = list.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String rest = line.substring(line.indexOf(','));
            if (i > 0 && i % 41 == 0) {
                rough.append("D").append(i).append(rest).append('\n');
            }
            if (i > 0 && i % 59 == 0) {
                line = i % 2 == 0 ? rest : line.replaceFirst("(\\d+) (\\w+) road", "\"$2\n\"\"Straße\"\"\n$1\"");
            }
            rough.append(line).append('\n');
            if (i > 0 && i % 173 == 0) {
                rough.append("x,\"broken\n,,,,,,,\n");
            }
        }
        return rough.toString();
    }

    private Path config() throws IOException {
        return write("schema.yaml", MadeUpRecords.SCHEMA);
    }

    @Test
    void CLU23_records_are_linked_as_on_one_machine_byte_for_byte_in_1_2_and_7_parts_and_when_tasks_fail()
            throws IOException {
        String[] lists = MadeUpRecords.lists(RECORDS, true);
        Path left = write("left.csv", rough(lists[0]));
        Path right = write("right.csv", rough(lists[1]));
        Path config = config();
        Path memory = dir.resolve("memory");
        new InMemory(2).link(config, left, right, memory, Shape.ONE_TO_ONE);
        Map<String, String> expected = ClusterRun.files(memory);
        assertThat(expected.getOrDefault("matches.csv", "").lines()).hasSizeGreaterThan(1100);
        assertThat(expected.getOrDefault("duplicates-left.csv", "").lines()).hasSizeGreaterThan(20);
        assertThat(expected.getOrDefault("rejects-right.csv", "").lines()).hasSizeGreaterThan(5);
        assertThat(expected.getOrDefault("summary.json", "")).contains("\"postcode+state\"");
        for (int parts : new int[] {1, 2, 7}) {
            boolean fails = parts == 2;
            String where = fails ? "flaky:" : "";
            Path out = dir.resolve("cluster" + parts);
            int status = cluster.run(
                    "link",
                    where + left,
                    where + right,
                    "--config",
                    config,
                    "--out",
                    where + out,
                    "--master",
                    fails ? "local[2,4]" : "local[2]",
                    "--partitions",
                    parts);
            assertThat(status).as(cluster.err()).isEqualTo(3);
            assertThat(ClusterRun.files(out)).isEqualTo(expected);
            assertThat(out.resolve("_SUCCESS")).exists();
        }
    }

    @Test
    void CLU24_a_list_of_records_is_cleared_of_duplicates_as_on_one_machine_and_from_parquet_as_from_csv()
            throws IOException {
        String[] lists = MadeUpRecords.lists(RECORDS / 2, false);
        Path list = write("list.csv", lists[0] + lists[1].substring(lists[1].indexOf('\n') + 1));
        Path config = config();
        Path memory = dir.resolve("memory");
        new InMemory(2).dedupe(config, list, memory);
        Map<String, String> expected = ClusterRun.files(memory, ClusterLinker.DUPLICATE_FILES);
        assertThat(expected.getOrDefault("duplicates.csv", "").lines()).hasSizeGreaterThan(1000);
        Path parquet = ClusterRun.asParquet(list, StandardCharsets.UTF_8, dir.resolve("list.parquet"));
        Path out = dir.resolve("out");
        int status = cluster.run(
                "dedupe", parquet, "--config", config, "--out", out, "--master", "local[2]", "--partitions", 3);
        assertThat(status).as(cluster.err()).isZero();
        Map<String, String> found = ClusterRun.files(out, ClusterLinker.DUPLICATE_FILES);
        for (String table : List.of("duplicates.csv", "review.csv")) {
            assertThat(found.get(table)).isEqualTo(expected.get(table));
        }
    }

    @Test
    void CLU25_a_value_that_very_many_share_is_cut_as_on_one_machine_and_the_command_says_so() throws IOException {
        StringBuilder crowded = new StringBuilder("place\n");
        for (int i = 0; i < 2010; i++) {
            crowded.append("north\n");
        }
        Path left = write("left.csv", crowded.toString());
        Path right = write("right.csv", "place\nsouth\neast\n");
        Path config = write("place.yaml", "fields: [{column: place, kind: name}]");
        Path memory = dir.resolve("memory");
        new InMemory(2).link(config, left, right, memory, Shape.MANY_TO_ONE);
        cluster.run(
                "link",
                left,
                right,
                "--config",
                config,
                "--many-to-one",
                "--out",
                dir.resolve("out"),
                "--master",
                "local[2]",
                "--partitions",
                4);
        assertThat(ClusterRun.files(dir.resolve("out"))).isEqualTo(ClusterRun.files(memory));
        assertThat(cluster.err()).contains("9 rows share a key").contains("met only the last 2000");
    }
}
