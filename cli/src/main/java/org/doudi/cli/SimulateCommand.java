package org.doudi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.simulation.Reform;
import org.doudi.policy.simulation.Simulation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what other values of parameters would do. */
@Command(
        name = "simulate",
        description =
                "Says who would enter and leave, gain and lose, and what it would cost, if parameters had other values.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each household is assessed twice on the same day, with the baseline and with the reform: on its own day, or",
            "on the --from day when that is later, with its facts as they are. A value of the reform holds from --from",
            "until the next value of the same parameter and place, or until --to.",
            "",
            "Example: doudi simulate households.jsonl --set dibao.standard=4200@2109 --from 2017-07-01"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|-", description = "Households, one JSON object a line; - for standard input.")
    private String file;

    @Mixin
    private ReformOptions typed;

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "Write to this file; into a directory go summary.txt, report.json and households.csv.")
    private @Nullable String out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text: the sums; json: sums and changed households; csv: changed households. text is the default.")
    private SimulationReport.Format format = SimulationReport.Format.TEXT;

    @Mixin
    private Packs packs;

    private long lines;
    private long rejected;

    @Override
    public Integer call() throws IOException {
        ParameterPack pack = packs.load();
        Reform reform = typed.reform(pack, spec);
        Simulation simulation = new Simulation(pack, reform);
        Path directory = out != null && (out.endsWith("/") || Files.isDirectory(Path.of(out))) ? Path.of(out) : null;
        if (directory != null) {
            Files.createDirectories(directory);
            run(
                    simulation,
                    new SimulationReport(pack, reform),
                    new Place(
                            SimulationReport.Format.TEXT,
                            directory.resolve("summary.txt").toString()),
                    new Place(
                            SimulationReport.Format.JSON,
                            directory.resolve("report.json").toString()),
                    new Place(
                            SimulationReport.Format.CSV,
                            directory.resolve("households.csv").toString()));
        } else {
            run(simulation, new SimulationReport(pack, reform), new Place(format, out));
        }
        if (rejected > 0) {
            spec.commandLine()
                    .getErr()
                    .println("doudi simulate: " + rejected + " of " + lines
                            + " lines could not be assessed and are not in the sums; doudi assess says why.");
            return Failure.SOME_REJECTED;
        }
        return 0;
    }

    /** A report and where it goes. */
    private record Place(
            SimulationReport.Format format, @Nullable String file) {}

    private void run(Simulation simulation, SimulationReport report, Place... places) throws IOException {
        Output[] outputs = new Output[places.length];
        try (InputStream in = Input.from(file)) {
            for (int i = 0; i < places.length; i++) {
                outputs[i] = Output.to(places[i].file);
                write(report.head(places[i].format), outputs[i]);
            }
            Simulating simulating = new Simulating(simulation, difference -> {
                for (int i = 0; i < places.length; i++) {
                    write(report.household(places[i].format, difference), outputs[i]);
                }
            });
            simulating.run(new JsonLines(in));
            lines = simulating.lines();
            rejected = simulating.rejected();
            for (int i = 0; i < places.length; i++) {
                write(report.foot(places[i].format, simulation), outputs[i]);
            }
            for (Output output : outputs) {
                output.done();
            }
        } finally {
            for (Output output : outputs) {
                if (output != null) {
                    output.close();
                }
            }
        }
    }

    private static void write(String text, Output out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, bytes.length);
    }
}
