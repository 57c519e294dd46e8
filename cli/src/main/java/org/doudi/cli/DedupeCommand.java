package org.doudi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.output.LinkageFiles;
import org.doudi.linkage.output.Outcome;
import org.doudi.linkage.output.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi dedupe}: who is in one list more than once. */
@Command(
        name = "dedupe",
        description = "Finds the rows of one list that are the same person.",
        footer = {
            "",
            "Writes duplicates.csv, review.csv, rejects.csv and summary.json into DIR.",
            "Exit status: 0 all rows took part, 3 some were rejected, 1 the list or the disk failed, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class DedupeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LIST", description = "csv or xlsx list")
    private Path list;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the result")
    private Path out;

    @Mixin
    private LinkageOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Linker linker = options.linker(spec);
        try (OutputFolder folder = new OutputFolder(out)) {
            Path config = options.config();
            Linkage linkage = config == null ? linker.dedupe(list) : linker.dedupe(config, list);
            Outcome outcome = new LinkageFiles(linkage, new Workers(options.threads())).write(folder);
            folder.commit();
            long rejected = linkage.left().rejectedRows();
            return LinkedWords.cleared(spec, outcome, rejected, out.toString());
        }
    }
}
