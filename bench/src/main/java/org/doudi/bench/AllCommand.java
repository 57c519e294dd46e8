package org.doudi.bench;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "all",
        description = "Everything: policy, linkage, reconcile. The same as naming no command.",
        mixinStandardHelpOptions = true)
final class AllCommand extends RunCommand {
    @Override
    void measure() throws IOException {
        all();
    }
}
