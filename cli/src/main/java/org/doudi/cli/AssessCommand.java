package org.doudi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.doudi.policy.explain.JsonRenderer;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.LineAssessor;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides everything about every household of a file. */
@Command(
        name = "assess",
        description = "Decides everything about every household of a file of JSON Lines.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExit status:%n",
        footer = {
            "  0  every line was assessed",
            "  1  reading or writing failed",
            "  2  the command was called wrongly, or the parameters cannot be used",
            "  3  some lines were answered with errors",
            "",
            "Blank lines are passed over. Lines are answered in their order; a broken line is answered with its errors.",
        })
final class AssessCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 256;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|-", description = "Households, one JSON object a line; - for standard input.")
    private String file;

    @Option(names = "--out", paramLabel = "FILE", description = "Write here instead of to standard output.")
    private @Nullable String out;

    @Option(names = "--explain", description = "Add to each answer the whole tree of what it was computed from.")
    private boolean explain;

    @Option(names = "--threads", paramLabel = "N", description = "Use N threads; the answers are the same for any N.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private Packs packs;

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 to " + MOST_THREADS + ".");
        }
        ParameterPack pack = packs.load();
        Answers answers = new Answers(
                () -> new LineAssessor(pack, explain ? new JsonRenderer() : LineAssessor.Detail.NOTHING), threads);
        try (InputStream in = Input.from(file);
                Output output = Output.to(out)) {
            answers.answer(new JsonLines(in), output::write);
            output.done();
        }
        if (answers.rejected() == 0) {
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println("doudi assess: " + answers.rejected() + " of " + answers.lines()
                        + " lines were answered with errors.");
        return Failure.SOME_REJECTED;
    }
}
