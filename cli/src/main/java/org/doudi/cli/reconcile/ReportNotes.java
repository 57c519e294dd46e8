package org.doudi.cli.reconcile;

import static org.doudi.cli.reconcile.Html.count;
import static org.doudi.cli.reconcile.Html.text;
import static org.doudi.cli.reconcile.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Parameter;
import org.doudi.policy.Parameters;
import org.doudi.policy.parameters.Description;
import org.jspecify.annotations.Nullable;

/** What a reader must know before the figures: lists that are not there, households that were not computed, example values. */
final class ReportNotes {
    private final Overview result;

    ReportNotes(Overview result) {
        this.result = result;
    }

    String html() {
        List<String> lacking = new ArrayList<>();
        for (Roll roll : Roll.values()) {
            if (result.lists().unreadable().contains(roll)) {
                lacking.add(say("report.note.unreadable", Words.roll(roll)));
            } else if (!result.rolls().containsKey(roll)) {
                lacking.add(say("report.note.absent", Words.roll(roll)));
            }
        }
        if (result.tally().notComputed > 0) {
            lacking.add(say("report.note.not.computed", count(result.tally().notComputed)));
        }
        String notes = lacking.isEmpty() ? "" : note("bad", say("report.note.missing.title"), String.join("", lacking));
        List<String> examples = examples();
        return examples.isEmpty()
                ? notes
                : notes
                        + note(
                                "",
                                say("report.note.example.title"),
                                say(
                                        "report.note.example",
                                        String.valueOf(examples.size()),
                                        String.join(say("parameter.joiner"), examples)));
    }

    private static String note(String kind, String title, String words) {
        return "<div class=\"note " + kind + "\"><b>" + title + "</b><span>" + words + "</span></div>\n";
    }

    private @Nullable Parameters somewhere() {
        for (String township : result.tally().townships().keySet()) {
            return result.pack().at(township + "000", result.asOf());
        }
        return null;
    }

    private List<String> examples() {
        Parameters parameters = somewhere();
        if (parameters == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            Description description = result.pack().description(parameter);
            if (parameters.isExample(parameter) && description != null) {
                names.add(text(description.zh()));
            }
        }
        return names;
    }

    String parameters() {
        Parameters parameters = somewhere();
        return parameters == null
                ? ""
                : say(
                        "report.parameters",
                        Words.yuan(parameters.dibaoStandard()),
                        Words.yuan(parameters.povertyLine()));
    }
}
