package org.doudi.policy;

/** The kinds of classified top-up (clause 2.1-2), in the order that decides between equal amounts. */
public enum TopUpKind {
    /** Old. */
    ELDERLY,
    /** Minor. */
    MINOR,
    /** Disability of level 1 or 2. */
    SEVERELY_DISABLED,
    /** Seriously ill. */
    SERIOUSLY_ILL,
    /** Preferential treatment. */
    PREFERENTIAL;

    private static final TopUpKind[] ALL = values();

    /** How many kinds there are. */
    public static final int COUNT = ALL.length;

    /** The kind with an ordinal. */
    static TopUpKind at(int ordinal) {
        return ALL[ordinal];
    }
}
