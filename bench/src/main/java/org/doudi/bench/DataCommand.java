package org.doudi.bench;

import java.nio.file.Path;
import org.doudi.bench.data.LinkageData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "data",
        description = "Writes two lists of one made-up population, left.csv and right.csv, and the truth beside them.",
        mixinStandardHelpOptions = true)
final class DataCommand implements Runnable {
    @Parameters(paramLabel = "DIR", description = "Where to write.")
    private Path directory;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "200k",
            converter = Rows.class,
            description = "Rows in each list: 5000, 200k, 4m (${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--noise",
            paramLabel = "K",
            defaultValue = "1",
            description = "Multiplies the basic error rates (${DEFAULT-VALUE}).")
    private int noise;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Another seed, another population (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public void run() {
        LinkageData.write(directory, rows, noise, seed);
    }
}
