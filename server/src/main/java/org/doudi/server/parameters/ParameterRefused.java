package org.doudi.server.parameters;

import org.doudi.policy.Parameter;
import org.jspecify.annotations.Nullable;

/** Why a value cannot be entered or decided on. */
public final class ParameterRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final @Nullable Parameter parameter;

    /** The reason. */
    public enum Why {
        /** There is no such parameter or proposal here. */
        NOTHING,
        /** The state sets it, for the whole country. */
        NATIONAL,
        /** It is not of the form that the unit has. */
        FORM,
        /** The day is missing or out of any sense. */
        DAY,
        /** The document that sets it is not named. */
        DOCUMENT,
        /** The dibao standard would be below the poverty line (clause 2.3-1). */
        FLOOR,
        /** Where rigid spending applies each item needs its cap and its rate, of no more than everything. */
        RIGID,
        /** Another proposal for the same place and day waits. */
        TWICE,
        /** Nothing was chosen. */
        NONE,
        /** Who proposed it cannot decide on it. */
        OWN,
        /** It was decided on by now. */
        OVERTAKEN,
        /** A reason in words is needed. */
        WORDS
    }

    public ParameterRefused(Why why) {
        this(why, null);
    }

    public ParameterRefused(Why why, @Nullable Parameter parameter) {
        super(why.name());
        this.why = why;
        this.parameter = parameter;
    }

    /** The reason. */
    public Why why() {
        return why;
    }

    /** Which parameter, where one of several is meant. */
    public @Nullable Parameter parameter() {
        return parameter;
    }
}
