package org.doudi.bench;

import java.io.IOException;
import org.doudi.bench.server.FaultBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "faults",
        description =
                "Pays months while the platform and its database are killed at random moments, and counts what came of it.",
        mixinStandardHelpOptions = true)
final class FaultsCommand extends RunCommand {
    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "100",
            description = "How often it is killed (${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--payees",
            paramLabel = "N",
            defaultValue = "400",
            description = "Payees in each of six counties (${DEFAULT-VALUE}).")
    private int payees;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the moments (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    void measure() throws IOException {
        faults(new FaultBench.Size(kills, payees, seed));
    }
}
