package org.doudi.server.quality;

import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for.
 *
 * @param rule of one rule; null for all
 * @param tab which of them
 * @param place a division of one's area
 */
public record FindingQuery(@Nullable Rule rule, Tab tab, String place) {
    /** What is shown together. */
    public enum Tab {
        /** What my office mends. */
        MINE,
        OPEN,
        FALSE_ALARM,
        CLOSED
    }
}
