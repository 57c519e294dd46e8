package org.doudi.bench.policy;

import java.util.List;
import java.util.Map;
import org.doudi.bench.run.Figure;
import org.doudi.bench.run.Report;
import org.doudi.policy.Household;
import org.doudi.policy.Parameters;
import org.doudi.policy.Trace;
import org.doudi.policy.explain.Explanation;
import org.doudi.policy.explain.Language;
import org.doudi.policy.explain.TextRenderer;
import org.doudi.policy.parameters.ParameterPack;

/** What an officer's question costs: the rules run again with the trace on, and the tree written out in Chinese. */
final class ExplainBench {
    private static final int HOUSEHOLDS = 10_000;

    private ExplainBench() {}

    static void run(Report report, ParameterPack pack, Household[] households, Parameters[] parameters) {
        TextRenderer renderer = new TextRenderer(pack, List.of(Language.ZH));
        StringBuilder text = new StringBuilder();
        Trace trace = Trace.on();
        Map<String, List<Double>> nanos = new Timing(HOUSEHOLDS)
                .way("explained", i -> {
                    trace.clear();
                    text.setLength(0);
                    renderer.write(Explanation.of(households[i], parameters[i], trace), text);
                    return text.length();
                })
                .measure(10, 9);
        List<Double> micros = nanos.getOrDefault("explained", List.of()).stream()
                .map(value -> value / 1000)
                .toList();
        Figure figure = report.add("policy.explained", "µs/household", micros);
        report.upTo("policy: explained and written out", figure, 10);
    }
}
