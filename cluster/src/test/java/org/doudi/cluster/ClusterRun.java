package org.doudi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.linkage.acceptance.InMemory;
import org.doudi.linkage.assign.Assignment;
import picocli.CommandLine;

/** Runs commands as a user does, and the engine in memory beside them. */
final class ClusterRun {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs a command; answers its exit status. */
    int run(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        int master = texts.indexOf("--master");
        SharedSpark.readyFor(master < 0 ? null : texts.get(master + 1));
        CommandLine line = Cluster.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(texts.toArray(String[]::new));
    }

    /** Runs a command on two processes of a cluster, with options for their Java. */
    int runOnProcesses(List<String> javaOptions, Object... arguments) {
        Map<String, String> settings = Map.of(
                "spark.executor.extraClassPath",
                System.getProperty("java.class.path"),
                "spark.executor.extraJavaOptions",
                String.join(" ", javaOptions) + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "spark.executor.memory",
                "512m");
        List<Object> call = new ArrayList<>(List.of(arguments));
        call.addAll(List.of("--master", "local-cluster[2,1,1024]", "--partitions", 2));
        settings.forEach(System::setProperty);
        try {
            return run(call.toArray());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Writes a csv, whose cells hold no line end, as Parquet. */
    static Path asParquet(Path csv, Charset charset, Path to) throws IOException {
        Path utf8 = Files.writeString(to.resolveSibling(to.getFileName() + ".csv"), Files.readString(csv, charset));
        SharedSpark.session()
                .read()
                .option("header", true)
                .csv(utf8.toString())
                .repartition(1)
                .write()
                .parquet(to.toString());
        Files.delete(utf8);
        return to;
    }

    /** Rows of a folder of Parquet. */
    static long countParquet(Path table) {
        return SharedSpark.session().read().parquet(table.toString()).count();
    }

    /** What the engine in memory makes of two lists, by file. */
    static Map<String, String> inMemory(Path left, Path right, Path out, Assignment.Shape shape) throws IOException {
        new InMemory(2).link(left, right, out, shape);
        return files(out);
    }

    /** The files of a result; of the summary, all but the engine and its seconds. */
    static Map<String, String> files(Path folder) throws IOException {
        return files(folder, ClusterLinker.FILES);
    }

    static Map<String, String> files(Path folder, List<String> tables) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : tables) {
            files.put(name, Files.readString(folder.resolve(name)));
        }
        String summary = Files.readString(folder.resolve("summary.json"));
        assertThat(summary).doesNotContain("\"rowsInEqualRowsOut\" : false");
        files.put(
                "summary.json",
                summary.replaceAll("\"engine\" : \"[a-z-]+\"", "").replaceAll("(?s)\"secondsPerStage\".*", ""));
        return files;
    }
}
