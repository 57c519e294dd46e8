package org.doudi.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.bench.run.Child;

/** A program of the bench that pays months by the platform's own classes, as a process of its own beside their jars. */
final class Months {
    private Months() {}

    /**
     * Starts it.
     *
     * @param program its source, a resource beside this class's
     * @param folder where it works, and which it is told
     */
    static Process start(String program, int payees, Path folder, Path log) throws IOException {
        Path source = folder.resolve(program);
        if (Files.notExists(source)) {
            try (InputStream in =
                    Objects.requireNonNull(Months.class.getResourceAsStream("/server/" + program), program)) {
                Files.copy(in, source);
            }
        }
        Path target = Child.home().resolve("server/target");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        target.resolve("doudi-server-0.1.0.jar") + System.getProperty("path.separator")
                                + target.resolve("lib") + "/*",
                        source.toString(),
                        Integer.toString(payees),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** The figures that a program printed, by their names, which begin so. */
    static Map<String, Double> figures(Path log, String prefix) throws IOException {
        Map<String, Double> figures = new HashMap<>();
        for (String line : Files.readAllLines(log)) {
            List<String> parts = List.of(line.split(" ", -1));
            if (parts.size() == 2 && parts.get(0).startsWith(prefix)) {
                figures.put(parts.get(0), Double.valueOf(parts.get(1)));
            }
        }
        return figures;
    }
}
