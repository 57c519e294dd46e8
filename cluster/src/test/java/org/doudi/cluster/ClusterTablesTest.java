package org.doudi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.doudi.linkage.assign.Assignment.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are Parquet or tables of a database. */
class ClusterTablesTest {
    @TempDir
    Path dir;

    private final ClusterRun cluster = new ClusterRun();

    private Path csv(int side) throws IOException {
        List<String> sound = new Crowd()
                .list(side, 1500, true)
                .replaceAll("\"上\n\"\"(\\d+)\"\"\"", "$1")
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("x,") && !line.startsWith(","))
                .toList();
        return Files.writeString(dir.resolve("list" + side + ".csv"), String.join("\n", sound) + "\n");
    }

    private Path parquet(Path csv) throws IOException {
        return ClusterRun.asParquet(csv, StandardCharsets.UTF_8, dir.resolve(csv.getFileName() + ".parquet"));
    }

    @Test
    void CLU11_parquet_is_linked_as_the_same_csv_and_the_result_can_be_parquet() throws IOException {
        Path left = csv(0);
        Path right = csv(1);
        Map<String, String> expected = ClusterRun.inMemory(left, right, dir.resolve("memory"), Shape.ONE_TO_ONE);
        Path leftTable = parquet(left);
        Path rightTable = parquet(right);
        Path out = dir.resolve("out");
        int status =
                cluster.run("link", leftTable, rightTable, "--out", out, "--master", "local[2]", "--partitions", 3);
        assertThat(status).as(cluster.err()).isEqualTo(withRejects(expected));
        assertThat(tables(ClusterRun.files(out))).isEqualTo(tables(expected));

        Path columns = dir.resolve("columns");
        cluster.run(
                "link",
                leftTable,
                rightTable,
                "--out",
                columns,
                "--parquet",
                "--master",
                "local[2]",
                "--partitions",
                3);
        assertThat(columns.resolve("_SUCCESS")).exists();
        assertThat(columns.resolve("summary.json")).isRegularFile();
        Dataset<Row> matches = SharedSpark.session()
                .read()
                .parquet(columns.resolve("matches.parquet").toString());
        assertThat(matches.columns()).containsExactly("leftId", "rightId", "weight", "probability", "tier", "evidence");
        assertThat(matches.count())
                .isEqualTo(expected.getOrDefault("matches.csv", "").lines().count() - 1);
    }

    private static int withRejects(Map<String, String> expected) {
        boolean wholeRows = expected.getOrDefault("summary.json", "").matches("(?s).*\"rejected\" : [1-9].*");
        return wholeRows ? 3 : 0;
    }

    /** All but the summary, which names the files. */
    private static Map<String, String> tables(Map<String, String> files) {
        Map<String, String> tables = new TreeMap<>(files);
        tables.remove("summary.json");
        return tables;
    }

    @Test
    void CLU12_a_corrupt_parquet_file_ends_the_command_in_words_and_leaves_nothing_that_looks_whole()
            throws IOException {
        Path table = parquet(csv(0));
        Path out = dir.resolve("out");
        try (var files = Files.list(table)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                // as a copy that broke off leaves it
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        try (var checksums = Files.list(table)) {
            for (Path file :
                    checksums.filter(f -> f.toString().endsWith(".crc")).toList()) {
                Files.delete(file);
            }
        }
        int status = cluster.run("link", table, table, "--out", out, "--master", "local[2]");
        assertThat(status).isEqualTo(1);
        assertThat(cluster.err()).contains("doudi cluster link: ", ".parquet").doesNotContain("\tat ");
        assertThat(out.resolve("_SUCCESS")).doesNotExist();
        assertThat(out.resolve("matches.csv")).doesNotExist();
    }

    @Test
    void CLU13_lists_in_a_database_are_linked_where_they_lie() throws IOException, SQLException {
        Path left = sorted(csv(0));
        Path right = sorted(csv(1));
        Map<String, String> expected = ClusterRun.inMemory(left, right, dir.resolve("memory"), Shape.ONE_TO_ONE);
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setDataDirectory(dir.resolve("pg")).start()) {
            load(postgres, "left_list", left);
            load(postgres, "right_list", right);
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Path out = dir.resolve("out");
            int status = cluster.run(
                    "link",
                    url + "#left_list",
                    url + "#right_list",
                    "--out",
                    out,
                    "--master",
                    "local[2]",
                    "--partitions",
                    3);
            assertThat(status).as(cluster.err()).isEqualTo(withRejects(expected));
            assertThat(tables(ClusterRun.files(out))).isEqualTo(tables(expected));
            assertThat(cluster.run("link", url, url, "--out", out, "--master", "local[1]"))
                    .isEqualTo(1);
            assertThat(cluster.err()).contains("#TABLE").doesNotContain("\tat ");
        }
    }

    /** The rows of a table have no order but that of their cells; those of this file have the same. */
    private static Path sorted(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        Stream<String> rows =
                lines.stream().skip(1).sorted((a, b) -> Arrays.compare(a.split(",", -1), b.split(",", -1)));
        return Files.write(csv, Stream.concat(Stream.of(lines.get(0)), rows).toList());
    }

    private void load(EmbeddedPostgres postgres, String table, Path csv) throws SQLException, IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] columns = lines.get(0).split(",", -1);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create table " + table + " (\"" + String.join("\" text, \"", columns) + "\" text)");
            connection.setAutoCommit(false);
            List<String> shuffled = new ArrayList<>(lines.subList(1, lines.size()));
            Collections.shuffle(shuffled, new Random(1));
            for (String line : shuffled) {
                sql.addBatch("insert into " + table + " values ('" + line.replace(",", "','") + "')");
            }
            sql.executeBatch();
            connection.commit();
        }
    }
}
