package org.doudi.server.registry.web;

import java.util.List;
import org.doudi.policy.Clause;
import org.doudi.policy.Household;
import org.doudi.policy.explain.Explanation;
import org.doudi.policy.explain.Node;
import org.doudi.policy.explain.Sign;

/** One sentence of the explanation with those that it came from. */
record Why(String style, String sign, String text, List<String> sources, Clause clause, List<Why> children) {
    /** All results, each with its tree. */
    static List<Why> of(Explanation explanation, Words words) {
        return explanation.results().stream()
                .map(n -> of(n, explanation, words))
                .toList();
    }

    private static Why of(Node node, Explanation explanation, Words words) {
        Household household = explanation.assessment().household();
        Sign sign = Sign.of(node);
        return new Why(
                style(sign),
                String.valueOf(sign.character()),
                words.rules().of(node, household),
                words.rules().sources(node, explanation),
                node.rule().clause(),
                node.children().stream()
                        .map(child -> of(child, explanation, words))
                        .toList());
    }

    private static String style(Sign sign) {
        return switch (sign) {
            case MET -> "yes";
            case NOT_MET -> "no";
            case LOOK -> "ask";
            case PLUS, MINUS, EQUALS, LEFT_OUT -> "eq";
        };
    }
}
