package org.doudi.server.matching;

import org.doudi.policy.Gap;
import org.jspecify.annotations.Nullable;

/**
 * Which gaps are asked for.
 *
 * @param kind of one kind; null for all
 * @param tab which of them
 * @param place a division of 6, 9 or 12 digits in one's area; empty for all of it
 */
public record GapQuery(Gap.@Nullable Kind kind, Tab tab, String place) {
    /** What is shown together. */
    public enum Tab {
        /** What my office answers for. */
        MINE,
        OVERDUE,
        STANDING,
        SETTLED,
        CLOSED
    }
}
