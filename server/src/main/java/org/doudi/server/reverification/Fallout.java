package org.doudi.server.reverification;

/** Why the machine must not close by itself; the message {@code reverification.fallout.<reason>}. */
public enum Fallout {
    /** The family or the visitor says that something changed. */
    FACTS_CHANGED,
    /** It was drawn at random: a person always looks. */
    DRAWN,
    /** A case of the household is running. */
    CASE_RUNS,
    /** Somebody who works here is a near relative. */
    NEAR_RELATIVE,
    /** What is known is not enough to assess. */
    NO_RECORD,
    /** The family did not agree to the economic check, or withdrew. */
    NO_CONSENT,
    /** Rules and rolls disagree. */
    GAP,
    /** The amount would be another one. */
    OTHER_AMOUNT,
    /** The assessment itself says that a person must look. */
    MUST_LOOK,
    /** The assessment used values that are only examples. */
    EXAMPLE_VALUES,
    /** The rule leaves this category to people. */
    CATEGORY,
    /** The rule does not let a household be closed that nobody visited. */
    NOT_VISITED,
    /** The rule asks for an economic check, and no department answered one since the household was last verified. */
    NOT_CHECKED
}
