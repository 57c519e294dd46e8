package org.doudi.policy.explain;

import java.util.IdentityHashMap;
import java.util.List;
import org.doudi.policy.Household;
import org.doudi.policy.Look;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Parameters;
import org.doudi.policy.parameters.Description;
import org.doudi.policy.parameters.ParameterPack;

/** Writes an explanation as indented text. One a thread. */
public final class TextRenderer {
    private final ParameterPack pack;
    private final List<Wording> wordings;
    private final IdentityHashMap<Parameters, String[][]> sources = new IdentityHashMap<>();

    /** A renderer in one language, or in several, one line after the other. */
    public TextRenderer(ParameterPack pack, List<Language> languages) {
        this.pack = pack;
        this.wordings = languages.stream().map(Wording::in).toList();
    }

    /** Writes the trees. */
    public void write(Explanation explanation, StringBuilder out) {
        Household household = explanation.assessment().household();
        for (Wording words : wordings) {
            Messages m = words.messages();
            out.append(m.text("title")).append("  ").append(m.text("household")).append(' ');
            out.append(printable(household.householdId()))
                    .append("  ")
                    .append(m.text("on"))
                    .append(' ');
            out.append(household.assessedOn())
                    .append("  ")
                    .append(m.text("village"))
                    .append(' ');
            out.append(household.village())
                    .append("  ")
                    .append(m.text("pack"))
                    .append(' ')
                    .append(pack.id());
            out.append(' ').append(pack.version()).append('\n');
        }
        for (Node result : explanation.results()) {
            out.append('\n');
            node(result, explanation, 0, out);
        }
        looks(explanation, out);
    }

    /** Writes what would have to change. */
    public void write(List<Change> changes, Household household, StringBuilder out) {
        out.append('\n');
        for (Wording words : wordings) {
            out.append(words.messages().text("changes")).append('\n');
        }
        for (Change change : changes) {
            for (Wording words : wordings) {
                out.append("  → ");
                words.write(change, household, out);
                out.append("  [").append(change.kind().clause().id()).append("]\n");
            }
        }
        if (changes.isEmpty()) {
            for (Wording words : wordings) {
                out.append("  ").append(words.messages().text("changes.none")).append('\n');
            }
        }
    }

    private void node(Node node, Explanation explanation, int depth, StringBuilder out) {
        boolean first = true;
        for (Wording words : wordings) {
            indent(depth, out);
            out.append(first ? Sign.of(node).character() : ' ').append(' ');
            words.write(node.step(), explanation.assessment().household(), out);
            if (first) {
                out.append("  [").append(node.rule().clause().id()).append(' ');
                out.append(
                        words.messages().language() == Language.ZH
                                ? node.rule().clause().zh()
                                : node.rule().clause().en());
                out.append(']');
            }
            out.append('\n');
            first = false;
        }
        for (Parameter parameter : Sources.of(node)) {
            source(parameter, explanation, depth + 1, out);
        }
        for (Node child : node.children()) {
            node(child, explanation, depth + 1, out);
        }
    }

    private void source(Parameter parameter, Explanation explanation, int depth, StringBuilder out) {
        for (String line : lines(parameter, explanation.assessment().parameters())) {
            indent(depth, out);
            out.append("· ").append(line).append('\n');
        }
    }

    /** The lines about a parameter, put into words once for a place and day: they are most of the text. */
    private String[] lines(Parameter parameter, Parameters inForce) {
        String[][] known = sources.computeIfAbsent(inForce, p -> new String[Parameter.values().length][]);
        String[] lines = known[parameter.ordinal()];
        if (lines == null) {
            ParameterValue value = inForce.value(parameter);
            Description description = pack.description(parameter);
            lines = value == null || description == null
                    ? new String[0]
                    : wordings.stream()
                            .map(words -> SourceWords.line(value, description, words.messages()))
                            .toArray(String[]::new);
            known[parameter.ordinal()] = lines;
        }
        return lines;
    }

    private void looks(Explanation explanation, StringBuilder out) {
        List<Look> looks = Look.at(explanation.assessment());
        if (looks.isEmpty()) {
            return;
        }
        out.append('\n');
        for (Wording words : wordings) {
            out.append(words.messages().text("look")).append('\n');
            for (Look look : looks) {
                out.append("  ? ")
                        .append(words.messages().text("look." + look.code().name()));
                out.append("  [").append(look.clause().id()).append("]");
                for (Parameter parameter : look.parameters()) {
                    out.append(' ').append(parameter.key());
                }
                out.append('\n');
            }
        }
    }

    private static void indent(int depth, StringBuilder out) {
        for (int i = 0; i < depth; i++) {
            out.append("  ");
        }
    }

    /** An id without characters that would do something to a terminal. */
    private static String printable(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                return id.replaceAll("\\p{Cntrl}", "?");
            }
        }
        return id;
    }
}
