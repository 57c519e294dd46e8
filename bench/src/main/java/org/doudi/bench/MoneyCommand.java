package org.doudi.bench;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "money",
        description =
                "Computes, lets go and exports a month of a county with many payees, beside a bare COPY of its lines.",
        mixinStandardHelpOptions = true)
final class MoneyCommand extends RunCommand {
    @Option(
            names = "--payees",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Payees in the county (${DEFAULT-VALUE}).")
    private int payees;

    @Override
    void measure() throws IOException {
        money(payees);
    }
}
