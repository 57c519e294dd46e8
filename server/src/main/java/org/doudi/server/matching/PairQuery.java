package org.doudi.server.matching;

/**
 * Which pairs are asked for.
 *
 * @param place a division of 4 to 12 digits in one's area
 */
public record PairQuery(PairKind kind, Tab tab, String place) {
    /** What is shown together. */
    public enum Tab {
        WAITING,
        DECIDED,
        SURE
    }
}
