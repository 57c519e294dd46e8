package org.doudi.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.doudi.bench.score.Score;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "score",
        description = "Precision, recall and F1 of the pairs in DIR/matches.csv.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Where doudi link wrote.")
    private Path directory;

    @Option(
            names = "--truth",
            paramLabel = "DIR",
            description = "Where left.truth.csv and right.truth.csv are (the same directory).")
    private @Nullable Path truth;

    @Override
    public void run() {
        Score score = Score.of(directory.resolve("matches.csv"), truth == null ? directory : truth);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "precision %.5f   recall %.5f   F1 %.5f   (%d pairs written, %d right, %d true)%n",
                score.precision(), score.recall(), score.f1(), score.found(), score.right(), score.truePairs());
        score.tiers()
                .forEach((tier, counts) -> out.printf("  %-10s %9d pairs, %d wrong%n", tier, counts[0], counts[1]));
        out.flush();
    }
}
