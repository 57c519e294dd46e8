package org.doudi.server.registry.web;

import java.util.List;
import java.util.Set;
import org.doudi.policy.Clause;
import org.doudi.policy.Household;
import org.doudi.policy.Rule;
import org.doudi.policy.explain.Explanation;
import org.doudi.policy.explain.Node;
import org.doudi.policy.explain.Sign;

/**
 * One sentence of the explanation with those that it came from.
 *
 * @param main whether it is a result about the household as a whole
 * @param value the amount that it comes to, or an empty text where the sentence says it
 */
record Why(
        String style,
        String sign,
        String text,
        String value,
        boolean main,
        List<String> sources,
        Clause clause,
        List<Why> children) {
    private static final Set<Rule> MAIN = Set.of(Rule.DIBAO, Rule.REGISTER, Rule.MEDICAL);

    /** All results, each with its tree; where rolls and rules differ has its own place on the page. */
    static List<Why> of(Explanation explanation, Words words) {
        return explanation.results().stream()
                .filter(node -> node.rule() != Rule.GAP_HOUSEHOLD && node.rule() != Rule.GAP_MEMBER)
                .map(node -> of(node, explanation, words))
                .toList();
    }

    private static Why of(Node node, Explanation explanation, Words words) {
        Household household = explanation.assessment().household();
        Sign sign = Sign.of(node);
        return new Why(
                style(sign),
                String.valueOf(sign.character()),
                words.rules().of(node, household),
                node.rule() == Rule.DIBAO
                        ? words.text(
                                "month", Words.yuan(explanation.assessment().monthlyFen()))
                        : "",
                MAIN.contains(node.rule()),
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
