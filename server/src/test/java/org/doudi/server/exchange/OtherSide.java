package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The poverty office's own system: a process with its own class path, its own disk and its own papers. */
final class OtherSide implements AutoCloseable {
    private static final Path JAR = Path.of("..", "otherside", "target", "doudi-otherside-0.1.0.jar");

    private final Path folder;
    private Process process;
    private BufferedReader says;

    OtherSide(Path folder) throws IOException {
        this.folder = folder;
        process = start();
        says = output();
        assertThat(says.readLine()).isEqualTo("ready");
    }

    private Process start() throws IOException {
        assertThat(JAR).as("built by: mvn package -pl otherside -am").exists();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toString(),
                        folder.toString())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    private BufferedReader output() {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sets it up, as its administrator does. */
    void settings(Map<String, String> said) throws IOException {
        Properties settings = new Properties();
        settings.putAll(said);
        try (OutputStream out = Files.newOutputStream(folder.resolve("office.properties"))) {
            settings.store(out, null);
        }
    }

    /** Writes one of its papers. */
    void paper(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
    }

    String publicKey() throws IOException {
        return Files.readString(folder.resolve("public.pem"));
    }

    /** What it remembers. */
    JsonNode memory() throws IOException {
        return Door.JSON.readTree(Files.readAllBytes(folder.resolve("memory.json")));
    }

    List<Path> unfinished() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".delivery")).toList();
        }
    }

    /** Has it work on a day; tells what it did, or nothing where it died of it. */
    String work(String day) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((day + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            String said = says.readLine();
            return said == null ? "" : said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again after it died. */
    void again() throws IOException, InterruptedException {
        assertThat(process.waitFor()).isEqualTo(9);
        process = start();
        says = output();
        assertThat(says.readLine()).isEqualTo("ready");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
