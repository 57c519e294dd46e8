package org.doudi.bench;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "linkage",
        description = "Links lists of several sizes with Doudi, DuckDB and Duke, each a process of its own.",
        mixinStandardHelpOptions = true)
final class LinkageCommand extends RunCommand {
    @Override
    void measure() throws IOException {
        linkage();
    }
}
