package org.doudi.bench;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "reconcile",
        description = "Makes up a city and reconciles its lists with Doudi; there is no peer.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand extends RunCommand {
    @Override
    void measure() throws IOException {
        reconcile();
    }
}
