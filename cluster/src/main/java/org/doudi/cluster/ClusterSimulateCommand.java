package org.doudi.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.cli.Failure;
import org.doudi.cli.Packs;
import org.doudi.cli.ReformOptions;
import org.doudi.cli.Simulating;
import org.doudi.cli.SimulationReport;
import org.doudi.cli.SimulationReport.Format;
import org.doudi.cluster.households.LineParts;
import org.doudi.cluster.households.ShippedPack;
import org.doudi.cluster.output.Draft;
import org.doudi.cluster.output.PartFolder;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.simulation.Reform;
import org.doudi.policy.simulation.Simulation;
import org.doudi.policy.simulation.Tally;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doudi cluster simulate}: says what other values of parameters would do, on a cluster. */
@Command(
        name = "simulate",
        description = "Says who would enter and leave, gain and lose: the same sums and bytes as doudi simulate.",
        footer = {
            "",
            "Writes summary.txt, report.json and households.csv into DIR, and _SUCCESS last: a folder without it is not whole.",
            "Example: doudi cluster simulate households.jsonl --set dibao.standard=4200@2109 --from 2017-07-01 --out result"
        },
        mixinStandardHelpOptions = true)
final class ClusterSimulateCommand implements Callable<Integer> {
    private static final String SUMMARY = "summary.txt";
    private static final String REPORT = "report.json";
    private static final String HOUSEHOLDS = "households.csv";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|DIR", description = "Households, one JSON object a line; of a folder, all files.")
    private String file;

    @Mixin
    private ReformOptions typed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the report.")
    private String out;

    @Mixin
    private Packs packs;

    @Mixin
    private SparkOptions options;

    /** The reform as it was called, to be understood again on every machine. */
    private record Asked(
            ShippedPack pack,
            List<String> sets,
            LocalDate from,
            @Nullable LocalDate to) implements Serializable {
        Reform reform(ParameterPack loaded) {
            return Reform.parse(sets, from, to, loaded);
        }
    }

    /** The sums of one part. */
    private record Sums(List<Tally> counties, long lines, long rejected) implements Serializable {}

    @Override
    public Integer call() throws IOException {
        ParameterPack pack = packs.load();
        Reform reform = typed.reform(pack, spec);
        Simulation total = new Simulation(pack, reform);
        SimulationReport report = new SimulationReport(pack, reform);
        try (SparkOptions.Work work = options.start(spec);
                Draft draft = new Draft(out, work.spark().hadoopConfiguration())) {
            JavaSparkContext spark = work.spark();
            Asked asked = new Asked(
                    ShippedPack.of(spark, packs.directory()), new ArrayList<>(typed.sets()), typed.from(), typed.to());
            PartFolder json = draft.parts(REPORT);
            PartFolder csv = draft.parts(HOUSEHOLDS);
            int parts = options.partitions(spark, LineParts.bytes(spark, file), ClusterAssessCommand.BYTES_A_PART);
            long lines = 0;
            long rejected = 0;
            for (Sums sums : LineParts.of(
                            spark,
                            file,
                            parts,
                            (part, households) -> simulate(asked, households, json, csv, part.index()))
                    .collect()) {
                sums.counties().forEach(total::add);
                lines += sums.lines();
                rejected += sums.rejected();
            }
            draft.frame(REPORT, report.head(Format.JSON), ",", report.foot(Format.JSON, total));
            draft.frame(HOUSEHOLDS, report.head(Format.CSV), "", report.foot(Format.CSV, total));
            draft.text(SUMMARY, report.head(Format.TEXT) + report.foot(Format.TEXT, total));
            draft.commit(List.of(SUMMARY, REPORT, HOUSEHOLDS));
            return end(lines, rejected);
        }
    }

    private int end(long lines, long rejected) {
        spec.commandLine().getOut().println(lines + " lines simulated. Written to " + out);
        if (rejected == 0) {
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println("doudi cluster simulate: " + rejected + " of " + lines
                        + " lines could not be assessed and are not in the sums; doudi cluster assess says why.");
        return Failure.SOME_REJECTED;
    }

    private static Sums simulate(Asked asked, JsonLines lines, PartFolder json, PartFolder csv, int part)
            throws IOException {
        ParameterPack pack = asked.pack().load();
        Reform reform = asked.reform(pack);
        Simulation simulation = new Simulation(pack, reform);
        SimulationReport report = new SimulationReport(pack, reform);
        List<Simulating> done = new ArrayList<>();
        // both files of a part are written as the households pass, once
        json.write(
                part,
                jsonOut -> csv.write(part, csvOut -> {
                    Simulating simulating = new Simulating(simulation, difference -> {
                        String text = report.household(Format.JSON, difference);
                        jsonOut.write(utf8(text.startsWith(",") ? text : "," + text));
                        csvOut.write(utf8(report.household(Format.CSV, difference)));
                    });
                    simulating.run(lines);
                    done.add(simulating);
                }));
        Simulating simulated = done.get(0);
        return new Sums(simulation.counties(), simulated.lines(), simulated.rejected());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
