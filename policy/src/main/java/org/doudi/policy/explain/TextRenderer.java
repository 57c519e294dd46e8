package org.doudi.policy.explain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Household;
import org.doudi.policy.Look;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Parameters;
import org.doudi.policy.Rule;
import org.doudi.policy.parameters.Description;
import org.doudi.policy.parameters.ParameterPack;

/** Writes an explanation as indented text. One a thread. */
public final class TextRenderer {
    private static final int PARAMETERS = Parameter.values().length;
    private static final int DEPTHS = 16;
    private static final String SPACES = "  ".repeat(DEPTHS);

    private final ParameterPack pack;
    private final Wording[] wordings;
    /** The end of the line of each rule: its clause. */
    private final String[] clauses;
    /** The texts about parameters, by depth and parameter, put into words once: they are most of what is written. */
    private final IdentityHashMap<Parameters, String[]> sources = new IdentityHashMap<>();

    private final Map<Long, String> looks = new HashMap<>();
    /** The fixed words of the heading of each language: before the id, the date and the village, and after it. */
    private final String[][] headings;

    /** A renderer in one language, or in several, one line after the other. */
    public TextRenderer(ParameterPack pack, List<Language> languages) {
        this.pack = pack;
        this.wordings = languages.stream().map(Wording::in).toArray(Wording[]::new);
        this.headings =
                Arrays.stream(wordings).map(words -> heading(words.messages())).toArray(String[][]::new);
        boolean chinese = languages.get(0) == Language.ZH;
        this.clauses = Arrays.stream(Rule.values())
                .map(Rule::clause)
                .map(clause -> "  [" + clause.id() + ' ' + (chinese ? clause.zh() : clause.en()) + "]\n")
                .toArray(String[]::new);
    }

    private String[] heading(Messages m) {
        return new String[] {
            m.text("title") + "  " + m.text("household") + ' ',
            "  " + m.text("on") + ' ',
            "  " + m.text("village") + ' ',
            "  " + m.text("pack") + ' ' + pack.id() + ' ' + pack.version() + '\n'
        };
    }

    /** Writes the trees. */
    public void write(Explanation explanation, StringBuilder out) {
        Household household = explanation.assessment().household();
        for (String[] heading : headings) {
            out.append(heading[0]).append(printable(household.householdId())).append(heading[1]);
            Wording.date(household.assessedOn(), out);
            out.append(heading[2]).append(household.village()).append(heading[3]);
        }
        Parameters inForce = explanation.assessment().parameters();
        String[] texts = sources.computeIfAbsent(inForce, p -> new String[DEPTHS * PARAMETERS]);
        for (Node result : explanation.results()) {
            out.append('\n');
            node(result, explanation, texts, 0, out);
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

    private void node(Node node, Explanation explanation, String[] texts, int depth, StringBuilder out) {
        Household household = explanation.assessment().household();
        for (int i = 0; i < wordings.length; i++) {
            indent(depth, out);
            out.append(i == 0 ? Sign.of(node).character() : ' ').append(' ');
            wordings[i].write(node.step(), household, out);
            out.append(i == 0 ? clauses[node.rule().ordinal()] : "\n");
        }
        List<Parameter> read = Sources.of(node);
        for (int i = 0; i < read.size(); i++) {
            out.append(text(read.get(i), explanation, texts, depth + 1));
        }
        for (int i = 0; i < node.size(); i++) {
            node(node.child(i), explanation, texts, depth + 1, out);
        }
    }

    private String text(Parameter parameter, Explanation explanation, String[] texts, int depth) {
        int place = depth * PARAMETERS + parameter.ordinal();
        String text = texts[place];
        if (text == null) {
            StringBuilder lines = new StringBuilder();
            ParameterValue value = explanation.assessment().parameters().value(parameter);
            Description description = pack.description(parameter);
            if (value != null && description != null) {
                for (Wording words : wordings) {
                    indent(depth, lines);
                    lines.append("· ");
                    SourceWords.write(value, description, words.messages(), lines);
                    lines.append('\n');
                }
            }
            text = lines.toString();
            texts[place] = text;
        }
        return text;
    }

    /** What a person must look at repeats from household to household, so it is put into words once. */
    private void looks(Explanation explanation, StringBuilder out) {
        long fingerprint = Look.fingerprint(explanation.assessment());
        out.append(looks.computeIfAbsent(fingerprint, f -> inWords(Look.at(explanation.assessment()))));
    }

    private String inWords(List<Look> looks) {
        StringBuilder out = new StringBuilder();
        if (looks.isEmpty()) {
            return "";
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
        return out.toString();
    }

    private static void indent(int depth, StringBuilder out) {
        out.append(SPACES, 0, 2 * depth);
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
