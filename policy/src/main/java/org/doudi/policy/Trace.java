package org.doudi.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Notes each step of an assessment, or nothing. Every rule ends in {@code return trace.is(RULE, who, value, inputs)}; with
 * {@link #OFF} that costs one comparison, with {@link #on} it writes numbers into one array. An explanation is the same rules run
 * again with the trace on. {@code OFF} may be shared; a trace that is on belongs to one thread.
 */
public final class Trace {
    /** Notes nothing. */
    public static final Trace OFF = new Trace(new long[0]);

    /** The {@code who} of a step about the household as a whole; any other is a member's place. */
    public static final int HOUSEHOLD = -1;

    private static final int FIRST_SIZE = 512;
    private static final int LARGEST_STEP = 7;
    private static final int HEAD = 3;

    private long[] buffer;
    private int length;

    private Trace(long[] buffer) {
        this.buffer = buffer;
    }

    /** A trace that notes every step. */
    public static Trace on() {
        return new Trace(new long[FIRST_SIZE]);
    }

    /** Whether steps are noted. Against a constant, so that a compiler that sees {@code OFF} leaves all noting out. */
    public boolean isOn() {
        return this != OFF;
    }

    /** Forgets what was noted, to be used again. */
    public void clear() {
        length = 0;
    }

    /** Notes a step with no inputs and hands the value back. */
    public long is(Rule rule, int who, long value) {
        if (isOn()) {
            add(rule, who, value, 0, 0, 0, 0, 0);
        }
        return value;
    }

    /** Notes a step with one input and hands the value back. */
    public long is(Rule rule, int who, long value, long first) {
        if (isOn()) {
            add(rule, who, value, 1, first, 0, 0, 0);
        }
        return value;
    }

    /** Notes a step with two inputs and hands the value back. */
    public long is(Rule rule, int who, long value, long first, long second) {
        if (isOn()) {
            add(rule, who, value, 2, first, second, 0, 0);
        }
        return value;
    }

    /** Notes a step with three inputs and hands the value back. */
    public long is(Rule rule, int who, long value, long first, long second, long third) {
        if (isOn()) {
            add(rule, who, value, 3, first, second, third, 0);
        }
        return value;
    }

    /** Notes a step with four inputs and hands the value back. */
    public long is(Rule rule, int who, long value, long first, long second, long third, long fourth) {
        if (isOn()) {
            add(rule, who, value, 4, first, second, third, fourth);
        }
        return value;
    }

    /** Notes a step with no inputs and hands the value back. */
    public boolean is(Rule rule, int who, boolean value) {
        if (isOn()) {
            add(rule, who, value ? 1 : 0, 0, 0, 0, 0, 0);
        }
        return value;
    }

    /** Notes a step with one input and hands the value back. */
    public boolean is(Rule rule, int who, boolean value, long first) {
        if (isOn()) {
            add(rule, who, value ? 1 : 0, 1, first, 0, 0, 0);
        }
        return value;
    }

    /** Notes a step with two inputs and hands the value back. */
    public boolean is(Rule rule, int who, boolean value, long first, long second) {
        if (isOn()) {
            add(rule, who, value ? 1 : 0, 2, first, second, 0, 0);
        }
        return value;
    }

    /** Notes a step with three inputs and hands the value back. */
    public boolean is(Rule rule, int who, boolean value, long first, long second, long third) {
        if (isOn()) {
            add(rule, who, value ? 1 : 0, 3, first, second, third, 0);
        }
        return value;
    }

    /** Notes a step with four inputs and hands the value back. */
    public boolean is(Rule rule, int who, boolean value, long first, long second, long third, long fourth) {
        if (isOn()) {
            add(rule, who, value ? 1 : 0, 4, first, second, third, fourth);
        }
        return value;
    }

    private void add(Rule rule, int who, long value, int inputs, long first, long second, long third, long fourth) {
        long[] into = room();
        int at = length;
        into[at] = (long) rule.ordinal() << Byte.SIZE | inputs;
        into[at + 1] = who;
        into[at + 2] = value;
        into[at + 3] = first;
        into[at + 4] = second;
        into[at + 5] = third;
        into[at + 6] = fourth;
        length = at + HEAD + inputs;
    }

    private long[] room() {
        long[] now = buffer;
        if (length + LARGEST_STEP > now.length) {
            now = Arrays.copyOf(now, now.length * 2);
            buffer = now;
        }
        return now;
    }

    /** One noted step: its rule, who it is about, what the rule answered and what it looked at. */
    public static final class Step {
        private final long[] from;
        private final int at;

        private Step(long[] from, int at) {
            this.from = from;
            this.at = at;
        }

        /** The rule. */
        public Rule rule() {
            return Rule.at((int) (from[at] >> Byte.SIZE));
        }

        /** The member's place, or {@link #HOUSEHOLD}. */
        public int who() {
            return (int) from[at + 1];
        }

        /** The answer: an amount in fen, a number, 1 and 0 for yes and no, an epoch day, or an ordinal. */
        public long value() {
            return from[at + 2];
        }

        /** Whether the rule answered yes. */
        public boolean yes() {
            return value() != 0;
        }

        /** How many inputs there are. */
        public int inputs() {
            return (int) (from[at] & 0xff);
        }

        /** An input by its place, as the rule's own words say. */
        public long input(int place) {
            return from[at + HEAD + place];
        }
    }

    /** The noted steps in the order in which the rules ended. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(length / HEAD);
        if (isOn()) {
            long[] copy = Arrays.copyOf(buffer, length);
            for (int at = 0; at < length; at += HEAD + (int) (copy[at] & 0xff)) {
                steps.add(new Step(copy, at));
            }
        }
        return steps;
    }
}
