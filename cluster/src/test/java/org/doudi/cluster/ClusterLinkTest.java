package org.doudi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.linkage.acceptance.InMemory;
import org.doudi.linkage.assign.Assignment.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on Spark against the engine in memory. */
@Tag("engine-cluster")
class ClusterLinkTest {
    @TempDir
    Path dir;

    private final ClusterRun cluster = new ClusterRun();

    private Path write(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private Path left() throws IOException {
        return write("left.csv", new Crowd().list(0, 3000, true));
    }

    private Path right() throws IOException {
        return write("right.csv", new Crowd().list(1, 3000, true));
    }

    private Map<String, String> inMemory(Path left, Path right) throws IOException {
        return ClusterRun.inMemory(left, right, dir.resolve("memory"), Shape.ONE_TO_ONE);
    }

    @Test
    void CLU01_the_result_is_that_of_one_machine_byte_for_byte_in_1_2_and_7_parts() throws IOException {
        Path left = left();
        Path right = right();
        Map<String, String> expected = inMemory(left, right);
        assertThat(expected.getOrDefault("matches.csv", "").lines()).hasSizeGreaterThan(1500);
        assertThat(expected.getOrDefault("review.csv", "").lines()).hasSizeGreaterThan(1);
        assertThat(expected.getOrDefault("duplicates-left.csv", "").lines()).hasSizeGreaterThan(20);
        assertThat(expected.getOrDefault("rejects-right.csv", "").lines()).hasSizeGreaterThan(5);
        for (int parts : new int[] {1, 2, 7}) {
            Path out = dir.resolve("cluster" + parts);
            int status = cluster.run("link", left, right, "--out", out, "--master", "local[2]", "--partitions", parts);
            assertThat(status).as(cluster.err()).isEqualTo(3);
            assertThat(ClusterRun.files(out)).isEqualTo(expected);
            assertThat(out.resolve("_SUCCESS")).exists();
        }
    }

    @Test
    void CLU02_lists_that_name_villages_differently_and_many_to_one_are_linked_as_on_one_machine() throws IOException {
        Path left = left();
        Path right = write("right.csv", new Crowd().list(1, 3000, false));
        Map<String, String> expected = ClusterRun.inMemory(left, right, dir.resolve("memory"), Shape.MANY_TO_ONE);
        assertThat(expected.getOrDefault("matches.csv", "")).contains("village same (");
        cluster.run(
                "link",
                left,
                right,
                "--out",
                dir.resolve("out"),
                "--many-to-one",
                "--master",
                "local[2]",
                "--partitions",
                3);
        assertThat(ClusterRun.files(dir.resolve("out"))).isEqualTo(expected);
    }

    @Test
    void CLU19_a_list_is_cleared_of_duplicates_as_on_one_machine_in_1_2_and_7_parts() throws IOException {
        Path list = left();
        Path memory = dir.resolve("memory");
        new InMemory(2).dedupe(list, memory);
        Map<String, String> expected = ClusterRun.files(memory, ClusterLinker.DUPLICATE_FILES);
        assertThat(expected.getOrDefault("duplicates.csv", "").lines()).hasSizeGreaterThan(20);
        for (int parts : new int[] {1, 2, 7}) {
            Path out = dir.resolve("cluster" + parts);
            int status = cluster.run("dedupe", list, "--out", out, "--master", "local[2]", "--partitions", parts);
            assertThat(status).as(cluster.err()).isEqualTo(3);
            assertThat(ClusterRun.files(out, ClusterLinker.DUPLICATE_FILES)).isEqualTo(expected);
            assertThat(out.resolve("_SUCCESS")).exists();
        }
    }

    @Test
    void CLU03_tasks_that_fail_once_are_tried_again_and_nothing_of_them_is_left() throws IOException {
        Path left = left();
        Path right = right();
        Map<String, String> expected = inMemory(left, right);
        Path out = dir.resolve("out");
        int status = cluster.run(
                "link",
                "flaky:" + left,
                "flaky:" + right,
                "--out",
                "flaky:" + out,
                "--master",
                "local[2,4]",
                "--partitions",
                3);
        assertThat(status).as(cluster.err()).isEqualTo(3);
        assertThat(ClusterRun.files(out)).isEqualTo(expected);
    }

    @Test
    void CLU04_a_task_that_never_succeeds_ends_the_command_in_words_and_the_old_result_is_no_longer_whole()
            throws IOException {
        Path left = left();
        Path out = Files.createDirectories(dir.resolve("out"));
        Files.createFile(out.resolve("_SUCCESS"));
        int status = cluster.run("link", left, left, "--out", "flaky:" + out, "--master", "local[2]");
        assertThat(status).isEqualTo(1);
        assertThat(cluster.err())
                .contains("doudi cluster link: ", "the disk is full")
                .doesNotContain("\tat ");
        assertThat(out.resolve("_SUCCESS")).doesNotExist();
        try (var files = Files.list(dir)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.startsWith(".doudi-draft"));
        }
    }

    @Test
    void CLU22_a_disk_that_is_full_where_the_command_itself_writes_ends_it_in_words() throws IOException {
        Path left = left();
        Path folder = Files.createDirectories(dir.resolve(FlakyFileSystem.FULL));
        int status =
                cluster.run("link", left, left, "--out", "flaky:" + folder.resolve("out"), "--master", "local[2,4]");
        assertThat(status).isEqualTo(1);
        assertThat(cluster.err())
                .contains("doudi cluster link: ", "No space left on device")
                .doesNotContain("\tat ", "FSError");
        try (var over = Files.list(folder)) {
            assertThat(over).isEmpty();
        }
    }

    @Test
    void CLU05_a_key_that_very_many_share_is_cut_as_on_one_machine_and_the_command_says_so() throws IOException {
        StringBuilder crowded = new StringBuilder("编号,姓名,行政村\n");
        for (int i = 0; i < 700; i++) {
            crowded.append(i).append(",王伟,第1村\n");
        }
        Path left = write("left.csv", crowded.toString());
        Map<String, String> expected = ClusterRun.inMemory(left, left, dir.resolve("memory"), Shape.ONE_TO_ONE);
        cluster.run("link", left, left, "--out", dir.resolve("out"), "--master", "local[2]", "--partitions", 4);
        assertThat(ClusterRun.files(dir.resolve("out"))).isEqualTo(expected);
        assertThat(cluster.err()).contains("met only the last 500");
    }

    @Test
    void CLU06_lists_that_cannot_be_used_are_refused_in_the_words_of_one_machine() throws IOException {
        Path good = left();
        Path unknown = write("unknown.csv", "foo,bar\n1,2\n");
        Path empty = write("empty.csv", "");
        List<String> master = List.of("--master", "local[1]");
        for (Path bad : List.of(unknown, empty, dir.resolve("absent.csv"))) {
            int status = cluster.run("link", good, bad, "--out", dir.resolve("out"), master.get(0), master.get(1));
            assertThat(status).isEqualTo(1);
        }
        assertThat(cluster.err())
                .contains("foo | bar", "the file is empty", "there is no such file")
                .doesNotContain("\tat ");
        assertThat(dir.resolve("out/_SUCCESS")).doesNotExist();
    }

    @Test
    void CLU07_an_executor_that_dies_on_a_cluster_of_processes_is_replaced_and_the_result_is_the_same()
            throws IOException {
        Path left = left();
        Path right = right();
        Map<String, String> expected = inMemory(left, right);
        Path out = dir.resolve("out");
        int status = cluster.runOnProcesses(
                List.of("-Ddoudi.test.mortal=true"), "link", left, right, "--out", "flaky:" + out);
        assertThat(status).as(cluster.err()).isEqualTo(3);
        assertThat(ClusterRun.files(out)).isEqualTo(expected);
    }
}
