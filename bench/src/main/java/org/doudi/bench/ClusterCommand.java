package org.doudi.bench;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "cluster",
        description = {
            "Links lists on Apache Spark, in memory and in Spark SQL, and assesses and simulates households on Spark.",
            "The sizes of the goals: --rows 1m,4m --households 10m --repeat 1"
        },
        mixinStandardHelpOptions = true)
final class ClusterCommand extends RunCommand {
    @Option(
            names = "--households",
            paramLabel = "N",
            converter = Rows.class,
            description = "Households to assess and simulate (none).")
    private int households;

    @Override
    void measure() throws IOException {
        cluster(households);
    }
}
