package org.doudi.bench.policy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Cost;
import org.doudi.bench.run.Figure;
import org.doudi.bench.run.Report;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.Parameters;
import org.doudi.policy.Trace;
import org.doudi.policy.json.HouseholdWriter;
import org.doudi.policy.parameters.ParameterPack;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Doudi's rules beside the same rules written straight down, as decision models and for a rule engine, in one process. */
public final class PolicyBench {
    private static final int HOUSEHOLDS = 200_000;
    private static final int FOR_ENGINES = 3_000;
    private static final long SEED = 20170317;

    private final Report report;
    private final PrintWriter progress;
    private final Path work;
    private final int repeat;
    private final ParameterPack pack = ParameterPack.load();
    private final Household[] households = RandomHouseholds.many(HOUSEHOLDS, SEED);
    private final Parameters[] parameters = new Parameters[HOUSEHOLDS];
    private final PlainHousehold[] flat = PlainHousehold.all(households);
    private final PlainParameters[] plain = new PlainParameters[HOUSEHOLDS];

    /**
     * @param work where files of households go
     * @param repeat runs of whole processes; what is timed inside this one is repeated more often
     */
    public PolicyBench(Report report, PrintWriter progress, Path work, int repeat) {
        this.report = report;
        this.progress = progress;
        this.work = work;
        this.repeat = repeat;
        for (int i = 0; i < HOUSEHOLDS; i++) {
            parameters[i] = pack.at(households[i]);
            plain[i] = new PlainParameters(households[i].village(), households[i].assessedOn());
        }
    }

    /** Measures everything about policy. */
    public void run() throws IOException {
        compare();
        rules();
        say("timing the explanation");
        ExplainBench.run(report, pack, households, parameters);
        engines();
        say("timing a reform");
        ReformBench.run(report, pack, SEED);
        endToEnd();
    }

    /** The same answers, before any speed is worth a look. */
    private void compare() {
        say("comparing the answers of " + HOUSEHOLDS + " households");
        int differences = 0;
        for (int i = 0; i < HOUSEHOLDS; i++) {
            Assessment ours = Assessor.assess(households[i], parameters[i], Trace.OFF);
            differences += Digest.of(ours) == Digest.of(PlainRules.assess(flat[i], plain[i])) ? 0 : 1;
        }
        report.holds(
                "policy: answers that differ from an independent re-computation",
                differences + " of " + HOUSEHOLDS,
                "",
                "none",
                differences == 0);
    }

    private void rules() {
        say("timing the rules");
        Trace trace = Trace.on();
        Map<String, List<Double>> nanos = new Timing(HOUSEHOLDS)
                .way("plain", i -> PlainRules.assess(flat[i], plain[i]).monthly)
                .way("traced", i -> {
                    trace.clear();
                    return Assessor.assess(households[i], parameters[i], trace).monthlyFen();
                })
                .way(
                        "off",
                        i -> Assessor.assess(households[i], parameters[i], Trace.OFF)
                                .monthlyFen())
                .measure(10, 15);
        Figure straight = report.add("policy.plain", "ns/household", values(nanos, "plain"));
        Figure off = report.add("policy.off", "ns/household", values(nanos, "off"));
        Figure traced = report.add("policy.traced", "ns/household", values(nanos, "traced"));
        report.atMost("policy: trace off", off, "straight-line Java", straight, 1.5);
        report.atMost("policy: every step traced", traced, "straight-line Java", straight, null);
    }

    private void engines() {
        say("timing the decision model and the rule engine");
        List<Map<String, Object>> facts = new ArrayList<>();
        List<Map<String, Object>> values = new ArrayList<>();
        List<List<Object>> objects = new ArrayList<>();
        for (int i = 0; i < FOR_ENGINES; i++) {
            facts.add(CoreFacts.household(households[i]));
            values.add(CoreFacts.parameters(plain[i]));
            objects.add(DroolsFacts.of(households[i], plain[i]));
        }
        DmnPeer dmn = new DmnPeer();
        DroolsPeer drools = new DroolsPeer();
        int differences = 0;
        for (int i = 0; i < FOR_ENGINES; i++) {
            long ours = Digest.core(Assessor.assess(households[i], parameters[i], Trace.OFF));
            differences += ours == dmn.assess(facts.get(i), values.get(i)) ? 0 : 1;
            differences += ours == drools.assess(objects.get(i)) ? 0 : 1;
        }
        if (differences > 0) {
            report.missing("policy: rule engines", differences + " of their answers differ from Doudi's");
            return;
        }
        Map<String, List<Double>> nanos = new Timing(FOR_ENGINES)
                .way("dmn", i -> dmn.assess(facts.get(i), values.get(i)))
                .way("drools", i -> drools.assess(objects.get(i)))
                .measure(3, 5);
        Figure off = report.figure("policy.off").orElseThrow();
        report.timesFaster(
                "policy: trace off",
                off,
                "KIE DMN",
                report.add("policy.dmn", "ns/household", values(nanos, "dmn")),
                500.0);
        report.timesFaster(
                "policy: trace off",
                off,
                "Drools DRL",
                report.add("policy.drools", "ns/household", values(nanos, "drools")),
                null);
        report.note(
                "KIE DMN and Drools compute rules A to H of A to K (no allowances, medical aid or gaps), take ages and"
                        + " facts ready-made, and agree with Doudi on " + FOR_ENGINES
                        + " households; Doudi's figure is for all rules.");
    }

    /** Households as JSON in, answers as JSON out, against only reading and writing the same JSON. */
    private void endToEnd() throws IOException {
        Path file = work.resolve("households.jsonl");
        write(file);
        Path log = work.resolve("assess.log");
        Child copy = Child.java(
                JsonCopy.class,
                List.of(file.toString(), work.resolve("copy.jsonl").toString()),
                log,
                "jackson-core");
        Child assess = Child.doudi(
                List.of(
                        "assess",
                        file.toString(),
                        "--out",
                        work.resolve("answers.jsonl").toString(),
                        "--threads",
                        "1"),
                log);
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        String measure = "policy: assess " + HOUSEHOLDS / 1000 + "k from file to file";
        try {
            for (int round = 0; round < repeat; round++) {
                say("assessing a file, run " + (round + 1));
                theirs.add(copy.run());
                ours.add(assess.run());
            }
        } catch (ChildFailed e) {
            report.missing(measure, String.valueOf(e.getMessage()));
            return;
        }
        Figure wall = report.add(
                "policy.assess.wall", "s", ours.stream().map(Cost::wall).toList());
        Figure cpu = report.add(
                "policy.assess.cpu", "s", ours.stream().map(Cost::cpu).toList());
        Figure copyWall = report.add(
                "policy.copy.wall", "s", theirs.stream().map(Cost::wall).toList());
        Figure copyCpu = report.add(
                "policy.copy.cpu", "s", theirs.stream().map(Cost::cpu).toList());
        report.atMost(measure + ", wall", wall, "JSON copied", copyWall, 2.0);
        report.atMost(measure + ", CPU", cpu, "JSON copied", copyCpu, 2.0);
    }

    private void write(Path file) throws IOException {
        HouseholdWriter writer = new HouseholdWriter();
        JsonFactory factory = JsonFactory.builder().rootValueSeparator("\n").build();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            for (Household household : households) {
                writer.write(household, json);
            }
        }
    }

    private static List<Double> values(Map<String, List<Double>> nanos, String way) {
        return nanos.getOrDefault(way, List.of());
    }

    private void say(String text) {
        progress.println(text);
        progress.flush();
    }
}
