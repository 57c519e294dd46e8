package org.doudi.bench;

import java.nio.file.Path;
import org.doudi.bench.data.FebrlData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "febrl",
        description =
                "Writes an English set in the shape of FEBRL's fourth: left.csv (originals), right.csv (one damaged copy of"
                        + " each), the truth beside them and link.yaml.",
        mixinStandardHelpOptions = true)
final class FebrlCommand implements Runnable {
    @Parameters(paramLabel = "DIR", description = "Where to write.")
    private Path directory;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "5000",
            converter = Rows.class,
            description = "Originals (${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Another seed, other people (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public void run() {
        FebrlData.write(directory, rows, seed);
    }
}
