package org.doudi.policy.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.doudi.policy.Rule;
import org.doudi.policy.Trace;

/** One figure or test in an explanation, with the figures and tests that it came from. */
public final class Node {
    private final Trace.Step step;
    private final List<Node> children = new ArrayList<>(4);

    Node(Trace.Step step) {
        this.step = step;
    }

    /** The rule that answered. */
    public Rule rule() {
        return step.rule();
    }

    /** What it answered, about whom, from what. */
    public Trace.Step step() {
        return step;
    }

    /** What it came from, in the order of the calculation. */
    public List<Node> children() {
        return Collections.unmodifiableList(children);
    }

    void add(Node child) {
        children.add(child);
    }

    void sort() {
        if (children.size() > 1) {
            children.sort((a, b) -> Integer.compare(a.rule().ordinal(), b.rule().ordinal()));
        }
    }
}
