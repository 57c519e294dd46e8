package org.doudi.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.parameters.Description;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lists the values of parameters with where they come from. */
@Command(
        name = "parameters",
        description = "Lists the values of parameters with dates, citation and grade.",
        mixinStandardHelpOptions = true)
final class ParametersCommand implements Callable<Integer> {
    private static final JsonFactory JSON = new JsonFactory();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--grade",
            paramLabel = "GRADE",
            description = "Only official, reported, derived or example values.")
    private @Nullable Grade grade;

    @Option(names = "--key", paramLabel = "KEY", description = "Only this parameter, or those that begin with it.")
    private @Nullable String key;

    @Option(
            names = "--place",
            paramLabel = "PLACE",
            description = "Only values that hold at this place: CN or a division code.")
    private @Nullable String place;

    @Option(names = "--on", paramLabel = "DATE", description = "Only values in force on this day.")
    private @Nullable LocalDate on;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, csv or json; text is the default.")
    private Format format = Format.TEXT;

    @Option(names = "--out", paramLabel = "FILE", description = "Write here instead of to standard output.")
    private @Nullable String out;

    @Mixin
    private Packs packs;

    /** How the list is written. */
    enum Format {
        /** For people. */
        TEXT,
        /** For spreadsheets. */
        CSV,
        /** For programs. */
        JSON
    }

    @Override
    public Integer call() throws IOException {
        ParameterPack pack = packs.load();
        String wanted = key;
        boolean known = wanted == null
                || pack.values().stream().anyMatch(v -> v.parameter().key().startsWith(wanted));
        if (!known) {
            throw new ParameterException(spec.commandLine(), "There is no parameter that begins with " + wanted + ".");
        }
        if (place != null && !place.matches("CN|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + place + "' is not CN or a division code of 2, 4, 6, 9 or 12 digits.");
        }
        List<ParameterValue> values =
                pack.values().stream().filter(value -> listed(value, pack)).toList();
        StringBuilder text = new StringBuilder();
        switch (format) {
            case TEXT -> text(pack, values, text);
            case CSV -> csv(pack, values, text);
            case JSON -> json(pack, values, text);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (Output output = Output.to(out)) {
            output.write(bytes, bytes.length);
            output.done();
        }
        return 0;
    }

    private boolean listed(ParameterValue value, ParameterPack pack) {
        if ((grade != null && value.grade() != grade)
                || (key != null && !value.parameter().key().startsWith(key))
                || (on != null && !value.holdsOn(on))) {
            return false;
        }
        if (place == null) {
            return true;
        }
        // a value holds at a place when it is the one in force there on some day that is asked about
        LocalDate day = on == null ? value.from() : on;
        return value.equals(pack.value(value.parameter(), place, day));
    }

    private static void text(ParameterPack pack, List<ParameterValue> values, StringBuilder out) {
        out.append(pack.id()).append(' ').append(pack.version()).append('\n');
        Parameter last = null;
        for (ParameterValue v : values) {
            Description words = pack.description(v.parameter());
            if (v.parameter() != last && words != null) {
                out.append('\n')
                        .append(v.parameter().key())
                        .append("  ")
                        .append(words.zh())
                        .append(" · ");
                out.append(words.en())
                        .append("  [")
                        .append(v.parameter().clause().id())
                        .append("]  ");
                out.append(v.parameter().unit().code()).append('\n');
            }
            last = v.parameter();
            out.append("  ")
                    .append(v.shown())
                    .append("  ")
                    .append(v.place())
                    .append("  ")
                    .append(v.from());
            out.append(" – ")
                    .append(v.to() == null ? "" : v.to())
                    .append("  ")
                    .append(v.grade().code());
            out.append(v.grade() == Grade.EXAMPLE ? " (the city must set it)" : "")
                    .append("  ");
            out.append(v.citation().doc()).append(' ').append(v.citation().article());
            out.append("  checked ").append(v.checkedOn()).append('\n');
        }
        if (values.isEmpty()) {
            out.append("no such values\n");
        }
    }

    private static void csv(ParameterPack pack, List<ParameterValue> values, StringBuilder out) {
        Csv csv = new Csv(out);
        csv.row(
                "key",
                "zh",
                "en",
                "clause",
                "value",
                "unit",
                "place",
                "from",
                "to",
                "announced",
                "doc",
                "article",
                "url",
                "grade",
                "checkedOn");
        for (ParameterValue v : values) {
            Description words = pack.description(v.parameter());
            csv.row(
                    v.parameter().key(),
                    words == null ? "" : words.zh(),
                    words == null ? "" : words.en(),
                    v.parameter().clause().id(),
                    v.shown(),
                    v.parameter().unit().code(),
                    v.place(),
                    v.from(),
                    v.to() == null ? "" : v.to(),
                    v.announced() == null ? "" : v.announced(),
                    v.citation().doc(),
                    v.citation().article(),
                    v.citation().url() == null ? "" : v.citation().url(),
                    v.grade().code(),
                    v.checkedOn());
        }
    }

    private static void json(ParameterPack pack, List<ParameterValue> values, StringBuilder text) {
        StringWriter writer = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), writer)) {
            out.writeStartObject();
            field(out, "pack", pack.id());
            field(out, "version", pack.version());
            out.writeName("values");
            out.writeStartArray();
            for (ParameterValue value : values) {
                value(pack, value, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        text.append(writer).append('\n');
    }

    private static void value(ParameterPack pack, ParameterValue v, JsonGenerator out) {
        Description words = pack.description(v.parameter());
        out.writeStartObject();
        field(out, "key", v.parameter().key());
        field(out, "zh", words == null ? null : words.zh());
        field(out, "en", words == null ? null : words.en());
        field(out, "clause", v.parameter().clause().id());
        field(out, "value", v.shown());
        field(out, "unit", v.parameter().unit().code());
        field(out, "place", v.place());
        field(out, "from", v.from());
        field(out, "to", v.to());
        field(out, "announced", v.announced());
        field(out, "doc", v.citation().doc());
        field(out, "article", v.citation().article());
        field(out, "url", v.citation().url());
        field(out, "grade", v.grade().code());
        field(out, "checkedOn", v.checkedOn());
        out.writeEndObject();
    }

    private static void field(JsonGenerator out, String name, @Nullable Object value) {
        if (value != null) {
            out.writeName(name);
            out.writeString(value.toString());
        }
    }
}
