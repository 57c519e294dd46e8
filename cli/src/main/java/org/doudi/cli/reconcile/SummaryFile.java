package org.doudi.cli.reconcile;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import org.doudi.cli.folder.PrettyJson;
import org.doudi.policy.Assessor;
import org.doudi.policy.Gap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes summary.json: what came out, and the proof that no row of any list was lost. */
final class SummaryFile {
    private SummaryFile() {}

    static byte[] of(Overview result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(PrettyJson.INSTANCE, bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("format", ResultFiles.FORMAT);
            json.writeStringProperty("asOf", result.asOf().toString());
            json.writeStringProperty("pack", result.pack().id());
            json.writeStringProperty("parameters", result.pack().version());
            json.writeStringProperty("rules", Assessor.RULES);
            households(json, result.tally());
            lists(json, result);
            gaps(json, result.tally());
            json.writeNumberProperty("pending", result.tally().pending());
            json.writeNumberProperty("notInHouseholds", result.strangers());
            json.writeNumberProperty("inputErrors", result.problems());
            json.writeEndObject();
        }
        return bytes.toByteArray();
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

    private static void lists(JsonGenerator json, Overview result) {
        json.writeArrayPropertyStart("lists");
        for (Roll roll : Roll.values()) {
            json.writeStartObject();
            json.writeStringProperty("list", roll.stem());
            String file = result.lists().given().get(roll);
            Links.Counts counts = result.rolls().get(roll);
            json.writeStringProperty("state", state(file, counts));
            if (file != null && counts != null) {
                json.writeStringProperty("file", file);
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

    private static String state(@Nullable String file, Links.@Nullable Counts counts) {
        if (file == null) {
            return "ABSENT";
        }
        return counts == null ? "UNREADABLE" : "READ";
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
