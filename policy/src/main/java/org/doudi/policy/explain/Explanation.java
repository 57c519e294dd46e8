package org.doudi.policy.explain;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.Parameters;
import org.doudi.policy.Rule;
import org.doudi.policy.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer is what it is: the same rules, run again with the trace on, as trees. One tree a result; the results come in the order
 * dibao, register, each member, medical aid, gaps.
 */
public final class Explanation {
    private static final int RULES = Rule.values().length;

    private final Assessment assessment;
    private final List<Node> results;

    private Explanation(Assessment assessment, List<Node> results) {
        this.assessment = assessment;
        this.results = results;
    }

    /**
     * Explains the answer for a household.
     *
     * @throws ArithmeticException as {@link Assessor#assess}
     */
    public static Explanation of(Household household, Parameters parameters) {
        return of(household, parameters, Trace.on());
    }

    /** The same with a trace that is on, to use one for many; what it held is forgotten. */
    public static Explanation of(Household household, Parameters parameters, Trace trace) {
        trace.clear();
        Assessment assessment = Assessor.assess(household, parameters, trace);
        return new Explanation(assessment, trees(trace.steps(), household.size()));
    }

    /** The answer that is explained. */
    public Assessment assessment() {
        return assessment;
    }

    /** The results, each with what it came from. */
    public List<Node> results() {
        return results;
    }

    /** A step belongs under the step of its parent rule about the same member, or else about the household. */
    private static List<Node> trees(List<Trace.Step> steps, int members) {
        @Nullable Node[] byRule = new Node[RULES * (members + 1)];
        Node[] nodes = new Node[steps.size()];
        for (int i = 0; i < nodes.length; i++) {
            Node node = new Node(steps.get(i));
            nodes[i] = node;
            byRule[place(node.rule(), node.who(), members)] = node;
        }
        List<Node> roots = new ArrayList<>();
        for (Node node : nodes) {
            Node owner = owner(node, byRule, members);
            if (owner == null) {
                roots.add(node);
            } else {
                owner.add(node);
            }
        }
        for (Node node : nodes) {
            node.sort();
        }
        roots.sort(Explanation::inReadingOrder);
        return roots;
    }

    private static @Nullable Node owner(Node node, @Nullable Node[] byRule, int members) {
        Rule parent = node.rule().parent();
        if (parent == null) {
            return null;
        }
        Node same = byRule[place(parent, node.who(), members)];
        return same == null ? byRule[place(parent, Trace.HOUSEHOLD, members)] : same;
    }

    private static int place(Rule rule, int who, int members) {
        return rule.ordinal() * (members + 1) + who + 1;
    }

    /** Dibao, register, members one after the other, medical aid, gaps. */
    private static int inReadingOrder(Node a, Node b) {
        int byPart = Integer.compare(part(a), part(b));
        if (byPart != 0) {
            return byPart;
        }
        int byWho = Integer.compare(a.who(), b.who());
        return byWho != 0 ? byWho : Integer.compare(a.rule().ordinal(), b.rule().ordinal());
    }

    private static int part(Node node) {
        return switch (node.rule()) {
            case DIBAO -> 0;
            case REGISTER -> 1;
            case MEDICAL -> 3;
            case GAP_HOUSEHOLD -> 4;
            default -> node.who() == Trace.HOUSEHOLD ? 0 : 2;
        };
    }
}
