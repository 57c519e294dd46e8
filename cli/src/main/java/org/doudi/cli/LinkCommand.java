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
import org.doudi.linkage.table.ReadList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi link}: who of one list is who of another. */
@Command(
        name = "link",
        description = "Finds which rows of two lists are the same person, and says why for every pair.",
        footer = {
            "",
            "Writes matches.csv, review.csv, unmatched-*.csv, duplicates-*.csv, rejects-*.csv and summary.json into DIR.",
            "Exit status: 0 all rows took part, 3 some were rejected, 1 a list or the disk failed, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LEFT", description = "csv or xlsx list")
    private Path left;

    @Parameters(index = "1", paramLabel = "RIGHT", description = "csv or xlsx list")
    private Path right;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the result")
    private Path out;

    @Mixin
    private ShapeOption shape;

    @Mixin
    private LinkageOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Linker linker = options.linker(spec);
        try (OutputFolder folder = new OutputFolder(out)) {
            Path config = options.config();
            Linkage linkage = config == null
                    ? linker.link(left, right, shape.shape())
                    : linker.link(config, left, right, shape.shape());
            Outcome outcome = new LinkageFiles(linkage, new Workers(options.threads())).write(folder);
            folder.commit();
            long rejected = linkage.left().rejectedRows();
            ReadList other = linkage.right();
            rejected += other == null ? 0 : other.rejectedRows();
            return LinkedWords.linked(spec, outcome, rejected, out.toString());
        }
    }
}
