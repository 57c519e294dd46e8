package org.doudi.bench;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "policy",
        description = "Assesses households with Doudi, straight-line Java, KIE DMN and Drools.",
        mixinStandardHelpOptions = true)
final class PolicyCommand extends RunCommand {
    @Override
    void measure() throws IOException {
        policy();
    }
}
