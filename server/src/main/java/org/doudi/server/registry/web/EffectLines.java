package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.doudi.policy.Assessment;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterOutcome;
import org.doudi.server.registry.Effect;
import org.jspecify.annotations.Nullable;

/** Makes the lines of what a change does. */
final class EffectLines {
    private EffectLines() {}

    /** The answers before and after; none before for a household that begins, none after for one that ends. */
    static List<Effect> of(@Nullable Outlook before, @Nullable Outlook after, Words words) {
        List<Effect> effects = new ArrayList<>();
        LINES.forEach((what, line) -> add(
                effects,
                words,
                what,
                before == null ? "–" : line.apply(before, words),
                after == null ? "–" : line.apply(after, words)));
        return effects;
    }

    private static final Map<String, BiFunction<Outlook, Words, String>> LINES = new LinkedHashMap<>();

    static {
        LINES.put("dibao", (o, words) -> words.rules().word(o.assessment().dibao()));
        LINES.put("monthly", (o, words) -> Words.yuan(o.assessment().monthlyFen()));
        LINES.put("perCapita", (o, words) -> perCapita(o.assessment()));
        LINES.put("register", (o, words) -> register(o.assessment(), words));
        LINES.put("medical", (o, words) -> words.rules().word(o.assessment().medical()));
        LINES.put("gaps", (o, words) -> gaps(o.assessment(), words));
        LINES.put("loss", (o, words) -> o.lossFen() == 0 ? "–" : Words.yuan(o.lossFen()));
        LINES.put("watch", (o, words) -> watch(o, words));
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

    private static String watch(Outlook o, Words words) {
        List<String> signs = o.signs().stream()
                .map(sign -> words.text(
                        "effect.watch." + sign.danger(), Words.yuan(sign.figure()), Words.yuan(sign.limit())))
                .toList();
        return signs.isEmpty() ? "–" : String.join("；", signs);
    }
}
