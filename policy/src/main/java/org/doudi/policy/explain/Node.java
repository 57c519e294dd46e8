package org.doudi.policy.explain;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.doudi.policy.Rule;
import org.doudi.policy.Trace;

/** One figure or test in an explanation, with the figures and tests that it came from. */
public final class Node {
    private static final Node[] NONE = {};

    private final Trace.Step step;
    private final Rule rule;
    private final int who;
    private Node[] children = NONE;
    private int size;

    Node(Trace.Step step) {
        this.step = step;
        this.rule = step.rule();
        this.who = step.who();
    }

    /** The rule that answered. */
    public Rule rule() {
        return rule;
    }

    /** What it answered, about whom, from what. */
    public Trace.Step step() {
        return step;
    }

    /** What it came from, in the order of the calculation. */
    public List<Node> children() {
        return Collections.unmodifiableList(Arrays.asList(children).subList(0, size));
    }

    int who() {
        return who;
    }

    int size() {
        return size;
    }

    Node child(int place) {
        return children[place];
    }

    void add(Node child) {
        if (size == children.length) {
            children = Arrays.copyOf(children, size == 0 ? 4 : 2 * size);
        }
        children[size++] = child;
    }

    /** Into the order of the calculation; of the same rule the first stays first. The steps come nearly so. */
    void sort() {
        for (int i = 1; i < size; i++) {
            Node moved = children[i];
            int to = i;
            while (to > 0 && children[to - 1].rule.ordinal() > moved.rule.ordinal()) {
                children[to] = children[to - 1];
                to--;
            }
            children[to] = moved;
        }
    }
}
