package org.doudi.linkage.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.linkage.score.Tier;
import org.doudi.linkage.score.Weights;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes summary.json, which proves that every row of the input is somewhere in the output. */
public final class Summary {
    static final String VERSION = "0.1.0";
    private final Account account;
    private final Outcome outcome;
    private final JsonGenerator json;

    private Summary(Account account, JsonGenerator json) {
        this.account = account;
        this.outcome = account.outcome();
        this.json = json;
    }

    /** Writes the file. */
    public static void write(Account account, Path file) throws IOException {
        ObjectWriteContext pretty = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonGenerator json = new JsonFactory().createGenerator(pretty, file, JsonEncoding.UTF8)) {
            new Summary(account, json).write();
        }
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("engine", account.engine());
        json.writeStringProperty("version", VERSION);
        Account.ListRead right = account.right();
        json.writeObjectPropertyStart("lists");
        if (right == null) {
            writeSingle(account.left());
        } else {
            writeList("left", account.left(), outcome.left());
            writeList("right", right, outcome.right());
        }
        json.writeEndObject();
        if (right != null) {
            writePairs("matches", outcome.matches());
        }
        writePairs("review", outcome.review());
        if (right != null) {
            json.writeNumberProperty("estimatedPrecision", rounded(outcome.estimatedPrecision()));
            json.writeNumberProperty("estimatedRecall", rounded(outcome.estimatedRecall()));
        }
        writeWeights();
        json.writeObjectPropertyStart("blocking");
        account.passes().forEach(json::writeNumberProperty);
        json.writeNumberProperty("rowsCutFromLargeBlocks", account.cutRows());
        json.writeEndObject();
        json.writeObjectPropertyStart("secondsPerStage");
        for (Map.Entry<String, Double> stage : account.seconds().entrySet()) {
            json.writeNumberProperty(stage.getKey(), Math.round(stage.getValue() * 1000) / 1000.0);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static double rounded(double share) {
        return Math.round(share * 1e6) / 1e6;
    }

    private void writeList(String name, Account.ListRead list, Outcome.Rows rows) {
        long rejected = list.rejectedRows();
        long out = rows.matched() + rows.inReview() + rows.unmatched() + rejected;
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("file", list.file());
        json.writeNumberProperty("rowsIn", list.rowsIn());
        json.writeNumberProperty("matched", rows.matched());
        json.writeNumberProperty("inReview", rows.inReview());
        json.writeNumberProperty("unmatched", rows.unmatched());
        json.writeNumberProperty("rejected", rejected);
        json.writeNumberProperty("rowsOut", out);
        json.writeBooleanProperty("rowsInEqualRowsOut", out == list.rowsIn());
        writeDuplicates(list, rows);
        json.writeEndObject();
    }

    private void writeSingle(Account.ListRead list) {
        long rejected = list.rejectedRows();
        json.writeObjectPropertyStart("list");
        json.writeStringProperty("file", list.file());
        json.writeNumberProperty("rowsIn", list.rowsIn());
        json.writeNumberProperty("rowsOnce", list.rows() - outcome.left().duplicates());
        json.writeNumberProperty("rejected", rejected);
        json.writeBooleanProperty("rowsInEqualRowsOut", list.rows() + rejected == list.rowsIn());
        writeDuplicates(list, outcome.left());
        json.writeEndObject();
    }

    private void writeDuplicates(Account.ListRead list, Outcome.Rows rows) {
        json.writeNumberProperty("rowsMoreThanOnce", rows.duplicates());
        json.writeNumberProperty("peopleMoreThanOnce", rows.clusters());
        json.writeNumberProperty("cellsNotUsed", list.rejects() - list.rejectedRows());
    }

    private void writePairs(String name, Outcome.Pairs pairs) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("pairs", pairs.pairs());
        for (Tier tier : Tier.values()) {
            json.writeNumberProperty(tier.name(), pairs.of(tier));
        }
        json.writeEndObject();
    }

    private void writeWeights() {
        Weights weights = account.judge().weights();
        PatternSpace space = weights.space();
        json.writeNumberProperty("prior", weights.prior());
        json.writeArrayPropertyStart("weights");
        for (int f = 0; f < space.fields().size(); f++) {
            PatternSpace.Field field = space.fields().get(f);
            for (int level = 1; level < field.levels().size(); level++) {
                json.writeStartObject();
                json.writeStringProperty("field", field.name());
                json.writeStringProperty("level", field.levels().get(level));
                json.writeNumberProperty("m", weights.m(f, level));
                json.writeNumberProperty("u", weights.u(f, level));
                json.writeNumberProperty("bits", weights.of(f, level));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
