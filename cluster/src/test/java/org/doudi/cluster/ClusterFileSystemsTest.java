package org.doudi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.assign.Assignment.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and results in HDFS, and in an object store that speaks S3. */
@Tag("engine-cluster")
class ClusterFileSystemsTest {
    @TempDir
    Path dir;

    private final ClusterRun cluster = new ClusterRun();

    private Path list(int side) throws IOException {
        return Files.writeString(dir.resolve("list" + side + ".csv"), new Crowd().list(side, 500, true));
    }

    @Test
    void CLU20_lists_and_results_lie_in_hdfs() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR, dir.resolve("hdfs").toString());
        try (MiniDFSCluster hdfs =
                new MiniDFSCluster.Builder(configuration).numDataNodes(1).build()) {
            hdfs.waitClusterUp();
            FileSystem files = hdfs.getFileSystem();
            walk(files.getUri().toString(), files);
            twice(files.getUri().toString(), files);
        }
    }

    @Test
    void CLU21_lists_and_results_lie_in_an_object_store() throws IOException, InterruptedException {
        LocalS3 store =
                LocalS3.builder().port(freePort()).mode(LocalS3Mode.IN_MEMORY).build();
        store.start();
        try {
            String endpoint = "http://localhost:" + store.getPort();
            HttpRequest bucket = HttpRequest.newBuilder(URI.create(endpoint + "/lists"))
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(bucket, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            Map<String, String> settings = Map.of(
                    "fs.s3a.endpoint",
                    endpoint,
                    "fs.s3a.endpoint.region",
                    "us-east-1",
                    "fs.s3a.path.style.access",
                    "true",
                    "fs.s3a.connection.ssl.enabled",
                    "false",
                    "fs.s3a.access.key",
                    "made-up",
                    "fs.s3a.secret.key",
                    "made-up");
            Configuration configuration = new Configuration();
            settings.forEach(configuration::set);
            settings.forEach((key, value) -> System.setProperty("spark.hadoop." + key, value));
            SharedSpark.readyFor(null);
            try (FileSystem files = FileSystem.newInstance(URI.create("s3a://lists"), configuration)) {
                walk("s3a://lists", files);
                twice("s3a://lists", files);
            } finally {
                settings.keySet().forEach(key -> System.clearProperty("spark.hadoop." + key));
                SharedSpark.readyFor(null);
            }
        } finally {
            store.shutdown();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Links csv from there to there, writes Parquet there, and reads that again. */
    private void walk(String place, FileSystem files) throws IOException {
        Path left = list(0);
        Path right = list(1);
        Map<String, String> expected = ClusterRun.inMemory(left, right, dir.resolve("memory"), Shape.ONE_TO_ONE);
        for (Path list : List.of(left, right)) {
            try (OutputStream to = files.create(path(place, "lists/" + list.getFileName()))) {
                Files.copy(list, to);
            }
        }
        String out = place + "/results/csv";
        assertThat(link(place, out)).as(cluster.err()).isEqualTo(3);
        Path back = Files.createDirectories(dir.resolve("back"));
        for (FileStatus status : files.listStatus(path(place, "results/csv"))) {
            try (InputStream from = files.open(status.getPath())) {
                Files.copy(from, back.resolve(status.getPath().getName()));
            }
        }
        assertThat(ClusterRun.files(back)).isEqualTo(expected);
        assertThat(back.resolve("_SUCCESS")).exists();
        // nothing of the draft is left beside the result
        assertThat(names(files, path(place, "results"))).containsExactly("csv");

        assertThat(link(place, place + "/results/tables", "--parquet"))
                .as(cluster.err())
                .isEqualTo(3);
        assertThat(names(files, path(place, "results/tables"))).contains("_SUCCESS", "matches.parquet", "summary.json");
        assertThat(SharedSpark.session()
                        .read()
                        .parquet(place + "/results/tables/unmatched-left.parquet")
                        .count())
                .isEqualTo(
                        expected.getOrDefault("unmatched-left.csv", "").lines().count() - 1);

        // one that fails takes the marker of the last away
        assertThat(cluster.run(
                        "link",
                        place + "/lists/absent.csv",
                        place + "/lists/list1.csv",
                        "--out",
                        out,
                        "--master",
                        "local[2]"))
                .isEqualTo(1);
        assertThat(names(files, path(place, "results/csv"))).doesNotContain("_SUCCESS");
        assertThat(names(files, path(place, "results"))).containsExactlyInAnyOrder("csv", "tables");
    }

    /** A task that wrote its part and was then lost is done again. */
    private static void twice(String place, FileSystem files) throws IOException {
        try (Draft draft = new Draft(place + "/results/twice", files.getConf())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                draft.parts("rows.csv").write(0, out -> out.write('1'));
            }
            draft.parts("rows.csv").write(1, out -> out.write('2'));
            draft.commit(List.of("rows.csv"));
        }
        try (InputStream rows = files.open(path(place, "results/twice/rows.csv"))) {
            assertThat(rows.readAllBytes()).containsExactly('1', '2');
        }
    }

    private int link(String place, String out, String... more) {
        List<Object> call =
                new ArrayList<>(List.of("link", place + "/lists/list0.csv", place + "/lists/list1.csv", "--out", out));
        call.addAll(List.of("--master", "local[2]", "--partitions", 2));
        call.addAll(Arrays.asList(more));
        return cluster.run(call.toArray());
    }

    private static org.apache.hadoop.fs.Path path(String place, String name) {
        return new org.apache.hadoop.fs.Path(place, name);
    }

    private static List<String> names(FileSystem files, org.apache.hadoop.fs.Path folder) throws IOException {
        return Arrays.stream(files.listStatus(folder))
                .map(status -> status.getPath().getName())
                .toList();
    }
}
