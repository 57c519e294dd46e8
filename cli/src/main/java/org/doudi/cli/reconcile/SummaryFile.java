package org.doudi.cli.reconcile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doudi.policy.Assessor;
import org.doudi.policy.Gap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes summary.json: what came out, and the proof that no row of any list was lost. */
final class SummaryFile {
    private SummaryFile() {}

    static void write(Reconciled result, Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(
                        org.doudi.cli.folder.PrettyJson.INSTANCE, Files.newOutputStream(file), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("format", ResultFiles.FORMAT);
            json.writeStringProperty("asOf", result.asOf().toString());
            json.writeStringProperty("pack", result.pack().id());
            json.writeStringProperty("parameters", result.pack().version());
            json.writeStringProperty("rules", Assessor.RULES);
            households(json, result.tally());
            lists(json, result);
            gaps(json, result.tally());
            json.writeNumberProperty("pending", result.tally().pending.size());
            json.writeNumberProperty("notInHouseholds", result.strangers().people());
            json.writeNumberProperty("inputErrors", result.problems().size());
            json.writeEndObject();
        }
    }

    private static void households(JsonGenerator json, Tally tally) {
        json.writeObjectPropertyStart("households");
        json.writeNumberProperty("linesIn", tally.households + tally.notComputed);
        json.writeNumberProperty("assessed", tally.households);
        json.writeNumberProperty("notComputed", tally.notComputed);
        json.writeNumberProperty("persons", tally.persons);
        json.writeNumberProperty("onDibao", tally.onDibao);
        json.writeNumberProperty("registerPoor", tally.poor);
        json.writeNumberProperty("registerLifted", tally.lifted);
        json.writeNumberProperty("tekunPersons", tally.tekun);
        json.writeEndObject();
    }

    private static void lists(JsonGenerator json, Reconciled result) {
        json.writeArrayPropertyStart("lists");
        for (Roll roll : Roll.values()) {
            json.writeStartObject();
            json.writeStringProperty("list", roll.stem());
            Path file = result.folder().lists().get(roll);
            Links links = result.links().get(roll);
            json.writeStringProperty("state", state(file, links));
            if (file != null && links != null) {
                Links.Counts counts = links.counts();
                json.writeStringProperty("file", String.valueOf(file.getFileName()));
                json.writeNumberProperty("rowsIn", counts.rowsIn());
                json.writeNumberProperty("matched", counts.matched());
                json.writeNumberProperty("inReview", counts.review());
                json.writeNumberProperty("unmatched", counts.unmatched());
                json.writeNumberProperty("rejected", counts.rejected());
                json.writeNumberProperty(
                        "rowsOut", counts.matched() + counts.review() + counts.unmatched() + counts.rejected());
                json.writeBooleanProperty("rowsInEqualRowsOut", counts.addUp());
                json.writeNumberProperty("duplicateRows", counts.duplicates());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String state(@Nullable Path file, @org.jspecify.annotations.Nullable Links links) {
        if (file == null) {
            return "ABSENT";
        }
        return links == null ? "UNREADABLE" : "READ";
    }

    private static void gaps(JsonGenerator json, Tally tally) {
        json.writeArrayPropertyStart("gaps");
        for (Gap.Kind kind : Gap.Kind.values()) {
            json.writeStartObject();
            json.writeStringProperty("kind", kind.name());
            json.writeNumberProperty("certain", tally.gaps(kind));
            json.writeNumberProperty("pending", tally.pending(kind));
            json.writeStringProperty(
                    "monthlyYuan", BigDecimal.valueOf(tally.monthlyFen(kind), 2).toPlainString());
            json.writeStringProperty("clause", GapKinds.clause(kind).id());
            json.writeStringProperty("department", GapKinds.department(kind).name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
