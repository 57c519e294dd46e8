package org.doudi.policy.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Household;
import org.doudi.policy.Look;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Trace;
import org.doudi.policy.parameters.Description;
import org.doudi.policy.parameters.ParameterPack;

/** The sentences of an explanation one by one, for a page that lays them out in its own way and calls people by their names. */
public final class Sentences {
    private final ParameterPack pack;
    private final Wording words;
    private final Map<String, String> names;

    /**
     * Sentences in one language.
     *
     * @param names what to call members, by member id; who is not in it is called by the id
     */
    public Sentences(ParameterPack pack, Language language, Map<String, String> names) {
        this.pack = pack;
        this.words = Wording.in(language);
        this.names = Map.copyOf(names);
    }

    /** What a figure or test says. */
    public String of(Node node, Household household) {
        StringBuilder out = new StringBuilder();
        words.write(node.step(), household, out);
        return named(out, node.who(), household);
    }

    /** What would have to change. */
    public String of(Change change, Household household) {
        StringBuilder out = new StringBuilder();
        words.write(change, household, out);
        return named(out, change.who(), household);
    }

    /** Why a person must look. */
    public String of(Look look) {
        return words.messages().text("look." + look.code().name());
    }

    /** The parameters that a figure or test used, each with its value, days and citation. */
    public List<String> sources(Node node, Explanation explanation) {
        List<String> sources = new ArrayList<>();
        for (Parameter parameter : Sources.of(node)) {
            ParameterValue value = explanation.assessment().parameters().value(parameter);
            Description description = pack.description(parameter);
            if (value != null && description != null) {
                StringBuilder out = new StringBuilder();
                SourceWords.write(value, description, words.messages(), out);
                sources.add(out.toString());
            }
        }
        return sources;
    }

    private String named(StringBuilder sentence, int who, Household household) {
        String text = sentence.toString();
        if (who == Trace.HOUSEHOLD) {
            return text;
        }
        String id = household.memberId(who);
        String name = names.get(id);
        return name == null ? text : text.replace(words.messages().text("member") + id, name);
    }
}
