package org.doudi.bench.policy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.policy.DibaoOutcome;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Rules A to H as a decision model in FEEL with one decision table, on KIE's runtime (that of Drools and Kogito). */
final class DmnPeer {
    private static final List<String> REGISTER = List.of("POOR", "NOT_POOR");

    private final DMNRuntime runtime;
    private final DMNModel model;

    DmnPeer() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DmnPeer.class.getResourceAsStream("core.dmn")), StandardCharsets.UTF_8)) {
            runtime = DMNRuntimeBuilder.fromDefaults()
                    .buildConfiguration()
                    .fromResources(List.of(ResourceFactory.newReaderResource(reader, "UTF-8")))
                    .getOrElseThrow(e -> new IllegalStateException("core.dmn does not compile", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        model = runtime.getModels().get(0);
    }

    /** The digest of what the model decides about one household. */
    long assess(Map<String, Object> household, Map<String, Object> parameters) {
        DMNContext context = runtime.newContext();
        context.set("h", household);
        context.set("p", parameters);
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException("the decision model failed: " + result.getMessages());
        }
        DMNContext out = result.getContext();
        return Digest.core(
                number(out, "net"),
                (int) number(out, "left"),
                DibaoOutcome.valueOf(out.get("dibao").toString()).ordinal(),
                number(out, "base"),
                number(out, "monthly"),
                REGISTER.indexOf(out.get("register").toString()));
    }

    private static long number(DMNContext context, String name) {
        return ((BigDecimal) context.get(name)).longValueExact();
    }
}
