package org.doudi.bench;

import java.io.IOException;
import org.doudi.bench.server.ServerBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "server",
        description = "Loads a city into the platform and lets clerks work on it; compares its page with a bare one.",
        mixinStandardHelpOptions = true)
final class ServerCommand extends RunCommand {
    @Option(
            names = "--households",
            paramLabel = "N",
            defaultValue = "350000",
            description = "Households in the city (${DEFAULT-VALUE}).")
    private int households;

    @Option(names = "--clerks", paramLabel = "N", defaultValue = "200", description = "Clerks (${DEFAULT-VALUE}).")
    private int clerks;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "20",
            description = "Cases at the door of each clerk (${DEFAULT-VALUE}, at most 25).")
    private int cases;

    @Option(
            names = "--think",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "A clerk's pause between two requests, on average (${DEFAULT-VALUE}).")
    private double think;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long the clerks work (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8400",
            description = "The platform's port (${DEFAULT-VALUE}).")
    private int port;

    @Override
    void measure() throws IOException {
        server(new ServerBench.Size(households, clerks, Math.min(cases, 25), think, seconds, port));
    }
}
