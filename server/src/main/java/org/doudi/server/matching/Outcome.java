package org.doudi.server.matching;

import java.util.List;

/** What came of a gap. */
public enum Outcome {
    /** The facts or the rolls were mended. */
    MENDED,
    /** A case decided it. */
    DECIDED,
    /** The list of the department is wrong; it was told so. */
    LIST_WRONG,
    /** What is known of the household is wrong; it will be corrected. */
    FACTS_WRONG,
    /** The family does not want the aid. */
    DECLINED,
    /** The family could not be met. */
    NOT_MET,
    /** The rule does not fit this case. */
    FALSE_ALARM;

    /** What a person may say. */
    public static final List<Outcome> BY_PEOPLE = List.of(LIST_WRONG, FACTS_WRONG, DECLINED, NOT_MET, FALSE_ALARM);
}
