package org.doudi.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.doudi.policy.Household;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.explain.Change;
import org.doudi.policy.explain.Changes;
import org.doudi.policy.explain.Explanation;
import org.doudi.policy.explain.HtmlRenderer;
import org.doudi.policy.explain.JsonRenderer;
import org.doudi.policy.explain.Language;
import org.doudi.policy.explain.TextRenderer;
import org.doudi.policy.json.AssessmentWriter;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.InputError;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.Line;
import org.doudi.policy.json.LineAssessor;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Says why a household gets the answer that it gets. */
@Command(
        name = "explain",
        description = "Says why a household gets its answer, and what would have to change for it to differ.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private static final JsonFactory JSON = new JsonFactory();

    /** How the explanation is written. */
    enum Format {
        /** Indented text. */
        TEXT,
        /** The answer with its tree. */
        JSON,
        /** One page. */
        HTML
    }

    /** The languages to write. */
    enum Lang {
        /** Chinese. */
        ZH,
        /** English. */
        EN,
        /** Chinese, then English. */
        BOTH;

        List<Language> languages() {
            return switch (this) {
                case ZH -> List.of(Language.ZH);
                case EN -> List.of(Language.EN);
                case BOTH -> List.of(Language.ZH, Language.EN);
            };
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|-", description = "Households, one JSON object a line; - for standard input.")
    private String file;

    @Option(names = "--household", paramLabel = "ID", required = true, description = "The household's id.")
    private String householdId;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or html; text is the default.")
    private Format format = Format.TEXT;

    @Option(names = "--lang", paramLabel = "LANG", description = "zh, en or both; zh is the default.")
    private Lang lang = Lang.ZH;

    @Option(names = "--out", paramLabel = "FILE", description = "Write here instead of to standard output.")
    private @Nullable String out;

    @Mixin
    private Packs packs;

    @Override
    public Integer call() throws IOException {
        ParameterPack pack = packs.load();
        Line line = find();
        if (line instanceof Line.Rejected rejected) {
            return say(rejected.errors());
        }
        if (!(line instanceof Line.Accepted accepted)) {
            spec.commandLine()
                    .getErr()
                    .println("doudi explain: there is no household " + householdId + " in " + file + ".");
            return Failure.USAGE;
        }
        byte[] written;
        try {
            written = render(accepted.household(), pack);
        } catch (MissingParameterException | ArithmeticException e) {
            return say(LineAssessor.errors(e));
        }
        try (Output output = Output.to(out)) {
            output.write(written, written.length);
            output.done();
        }
        return 0;
    }

    private int say(List<InputError> errors) {
        spec.commandLine().getErr().println("doudi explain: household " + householdId + " cannot be assessed:");
        for (InputError error : errors) {
            spec.commandLine().getErr().println("  " + error.path() + "  " + error.code() + "  " + error.message());
        }
        return Failure.SOME_REJECTED;
    }

    /** The first line with the id, or null. */
    private @Nullable Line find() throws IOException {
        HouseholdReader reader = new HouseholdReader();
        try (InputStream in = Input.from(file)) {
            JsonLines lines = new JsonLines(in);
            for (JsonLines.Batch batch = lines.next(); batch != null; batch = lines.next()) {
                for (int i = 0; i < batch.count(); i++) {
                    Line line = reader.read(batch.bytes(), batch.offset(i), batch.length(i), batch.number(i));
                    String id =
                            line.<@Nullable String>fold(a -> a.household().householdId(), Line.Rejected::householdId);
                    if (householdId.equals(id)) {
                        return line;
                    }
                }
            }
        }
        return null;
    }

    private byte[] render(Household household, ParameterPack pack) {
        Explanation explanation = Explanation.of(household, pack.at(household));
        List<Change> changes = Changes.to(explanation.assessment(), pack);
        StringBuilder text = new StringBuilder();
        switch (format) {
            case TEXT -> {
                TextRenderer renderer = new TextRenderer(pack, lang.languages());
                renderer.write(explanation, text);
                renderer.write(changes, household, text);
            }
            case HTML -> new HtmlRenderer(pack, lang.languages()).write(explanation, changes, text);
            case JSON -> {
                return json(explanation, changes);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Explanation explanation, List<Change> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonRenderer renderer = new JsonRenderer();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new AssessmentWriter().write(explanation.assessment(), json, more -> {
                renderer.write(explanation, more);
                renderer.write(changes, explanation.assessment().household(), more);
            });
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
