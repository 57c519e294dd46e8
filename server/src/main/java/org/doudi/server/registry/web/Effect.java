package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doudi.policy.Assessment;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterOutcome;

/** One line of what a change does: the answer before and after. */
record Effect(String what, String before, String after, boolean differs) {
    static List<Effect> of(Assessment before, Assessment after, Words words) {
        List<Effect> effects = new ArrayList<>();
        add(
                effects,
                words,
                "dibao",
                words.rules().word(before.dibao()),
                words.rules().word(after.dibao()));
        add(effects, words, "monthly", Words.yuan(before.monthlyFen()), Words.yuan(after.monthlyFen()));
        add(effects, words, "perCapita", perCapita(before), perCapita(after));
        add(effects, words, "register", register(before, words), register(after, words));
        add(
                effects,
                words,
                "medical",
                words.rules().word(before.medical()),
                words.rules().word(after.medical()));
        add(effects, words, "gaps", gaps(before, words), gaps(after, words));
        return effects;
    }

    private static void add(List<Effect> effects, Words words, String what, String before, String after) {
        effects.add(new Effect(words.text("effect." + what), before, after, !Objects.equals(before, after)));
    }

    private static String perCapita(Assessment a) {
        Long fen = a.perCapitaFen();
        return fen == null ? "–" : Words.yuan(fen);
    }

    private static String register(Assessment a, Words words) {
        RegisterOutcome outcome = a.register();
        return outcome == null ? "–" : words.rules().word(outcome);
    }

    private static String gaps(Assessment a, Words words) {
        List<String> gaps =
                a.gaps().stream().map(Gap::kind).map(words.rules()::word).toList();
        return gaps.isEmpty() ? "–" : String.join("；", gaps);
    }
}
