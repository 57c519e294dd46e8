package org.doudi.policy.explain;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.Parameters;
import org.doudi.policy.Rule;
import org.doudi.policy.Trace;

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
        Node[] byRule = new Node[RULES * (members + 1)];
        List<Node> nodes = new ArrayList<>(steps.size());
        for (Trace.Step step : steps) {
            Node node = new Node(step);
            nodes.add(node);
            byRule[place(step.rule(), step.who(), members)] = node;
        }
        List<Node> roots = new ArrayList<>();
        for (Node node : nodes) {
            Rule parent = node.rule().parent();
            if (parent == null) {
                roots.add(node);
                continue;
            }
            Node same = byRule[place(parent, node.step().who(), members)];
            Node owner = same == null ? byRule[place(parent, Trace.HOUSEHOLD, members)] : same;
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

    private static int place(Rule rule, int who, int members) {
        return rule.ordinal() * (members + 1) + who + 1;
    }

    /** Dibao, register, members one after the other, medical aid, gaps. */
    private static int inReadingOrder(Node a, Node b) {
        int byPart = Integer.compare(part(a), part(b));
        if (byPart != 0) {
            return byPart;
        }
        int byWho = Integer.compare(a.step().who(), b.step().who());
        return byWho != 0 ? byWho : Integer.compare(a.rule().ordinal(), b.rule().ordinal());
    }

    private static int part(Node node) {
        return switch (node.rule()) {
            case DIBAO -> 0;
            case REGISTER -> 1;
            case MEDICAL -> 3;
            case GAP_HOUSEHOLD -> 4;
            default -> node.step().who() == Trace.HOUSEHOLD ? 0 : 2;
        };
    }
}
