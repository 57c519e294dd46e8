package org.doudi.policy;

/** The seven categories of the national disability standard. */
public enum DisabilityCategory {
    /** Sight. */
    VISUAL,
    /** Hearing. */
    HEARING,
    /** Speech. */
    SPEECH,
    /** Limbs and trunk. */
    LIMB,
    /** Intellect. */
    INTELLECTUAL,
    /** Mental health. */
    MENTAL,
    /** Two or more of the others. */
    MULTIPLE
}
