package org.doudi.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.cli.Answers;
import org.doudi.cli.Failure;
import org.doudi.cli.Packs;
import org.doudi.cluster.households.LineParts;
import org.doudi.cluster.households.ShippedPack;
import org.doudi.cluster.output.Draft;
import org.doudi.cluster.output.PartFolder;
import org.doudi.policy.explain.JsonRenderer;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.LineAssessor;
import org.doudi.policy.parameters.ParameterPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi cluster assess}: decides everything about every household, on a cluster. */
@Command(
        name = "assess",
        description =
                "Decides everything about every household of JSON Lines: the same answers and bytes as doudi assess.",
        footer = {
            "",
            "Writes assessments.jsonl into DIR, and _SUCCESS last: a folder without it is not whole.",
            "Exit status: 0 every line was assessed, 3 some were answered with errors, 1 reading, writing or the cluster failed,",
            "2 wrong usage, or the parameters cannot be used."
        },
        mixinStandardHelpOptions = true)
final class ClusterAssessCommand implements Callable<Integer> {
    /** Bytes of households that one core takes at a time. */
    static final long BYTES_A_PART = 64L << 20;

    private static final String FILE = "assessments.jsonl";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|DIR", description = "Households, one JSON object a line; of a folder, all files.")
    private String file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the answers.")
    private String out;

    @Option(names = "--explain", description = "Add to each answer the whole tree of what it was computed from.")
    private boolean explain;

    @Mixin
    private Packs packs;

    @Mixin
    private SparkOptions options;

    /** Lines, and those of them answered with errors. */
    private record Count(long lines, long rejected) implements Serializable {
        Count with(Count other) {
            return new Count(lines + other.lines, rejected + other.rejected);
        }
    }

    @Override
    public Integer call() throws IOException {
        // what is wrong with the parameters is said before a cluster is asked for anything
        ParameterPack checked = packs.load();
        try (SparkOptions.Work work = options.start(spec);
                Draft draft = new Draft(out, work.spark().hadoopConfiguration())) {
            JavaSparkContext spark = work.spark();
            ShippedPack pack = ShippedPack.of(spark, packs.directory());
            PartFolder answers = draft.parts(FILE);
            int parts = options.partitions(spark, LineParts.bytes(spark, file), BYTES_A_PART);
            boolean detailed = explain;
            Count count = LineParts.of(
                            spark,
                            file,
                            parts,
                            (part, lines) -> assess(pack.load(), detailed, lines, answers, part.index()))
                    .fold(new Count(0, 0), Count::with);
            if (options.parts()) {
                draft.commitParts(List.of(FILE), List.of());
            } else {
                draft.commit(List.of(FILE));
            }
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d lines answered with the parameters of %s. Written to %s%n",
                            count.lines(),
                            checked.id(),
                            out);
            if (count.rejected() == 0) {
                return 0;
            }
            spec.commandLine()
                    .getErr()
                    .println("doudi cluster assess: " + count.rejected() + " of " + count.lines()
                            + " lines were answered with errors.");
            return Failure.SOME_REJECTED;
        }
    }

    private static Count assess(ParameterPack pack, boolean explain, JsonLines lines, PartFolder answers, int part)
            throws IOException {
        Answers answering = new Answers(
                () -> new LineAssessor(pack, explain ? new JsonRenderer() : LineAssessor.Detail.NOTHING), 1);
        answers.write(part, to -> answering.answer(lines, (bytes, length) -> to.write(bytes, 0, length)));
        return new Count(answering.lines(), answering.rejected());
    }
}
