package org.doudi.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs. They refuse to work as root, so root runs them {@link Lowered}. */
final class Programs {
    private static final String SECONDS = "60";
    private static final int LONGEST_SECONDS = 90;

    private final Path home;
    private final Path output;
    private final Lowered lowered;

    /**
     * The programs below a folder.
     *
     * @param output the file that takes what they say
     */
    Programs(Path home, Path output, Lowered lowered) {
        this.home = home;
        this.output = output;
        this.lowered = lowered;
    }

    void init(Path cluster, Path passwordFile) throws IOException, InterruptedException {
        run(
                "initdb",
                "--pgdata=" + cluster,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    void start(Path cluster, Path log) throws IOException, InterruptedException {
        run("pg_ctl", "start", "--pgdata=" + cluster, "--log=" + log, "--wait", "--timeout=" + SECONDS, "--silent");
    }

    void stop(Path cluster) throws IOException, InterruptedException {
        run("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=" + SECONDS, "--silent");
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(lowered.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(home.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end within " + LONGEST_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " " + arguments[0] + " failed: "
                    + Files.readString(output, StandardCharsets.UTF_8).strip());
        }
    }
}
