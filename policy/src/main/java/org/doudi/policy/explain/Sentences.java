package org.doudi.policy.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.Look;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;
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
        StringBuilder out =
                new StringBuilder(words.messages().text("look." + look.code().name()));
        String before = ": ";
        for (Parameter parameter : look.parameters()) {
            Description description = pack.description(parameter);
            if (description != null) {
                out.append(before);
                out.append(words.messages().language() == Language.ZH ? description.zh() : description.en());
                before = words.messages().text("list.between");
            }
        }
        return out.toString();
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

    /** The word for a code: of an item, an outcome, a kind of gap, and so on. */
    public String word(Enum<?> code) {
        return words.messages().text(table(code) + "." + code.name());
    }

    private static String table(Enum<?> code) {
        if (code instanceof IncomeItem) {
            return "income";
        } else if (code instanceof SpendingItem) {
            return "spending";
        } else if (code instanceof JobMode) {
            return "job";
        } else if (code instanceof DibaoOutcome) {
            return "dibao";
        } else if (code instanceof RegisterOutcome) {
            return "register";
        } else if (code instanceof MedicalOutcome) {
            return "medical";
        } else if (code instanceof Labour) {
            return "labour";
        } else if (code instanceof Supporter) {
            return "supporter";
        } else if (code instanceof DisabilityCategory) {
            return "disability";
        } else if (code instanceof Gap.Kind) {
            return "gap";
        }
        throw new IllegalArgumentException("no words for " + code);
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
