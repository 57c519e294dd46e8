package org.doudi.server.registry;

/** What of a person is shown only on purpose. */
public interface Persons {
    /** The shortest reason that is taken. */
    int SHORTEST_REASON = 6;

    /**
     * The full id number. In the audit trail, with the reason.
     *
     * @throws IllegalArgumentException for a reason that is too short
     * @throws java.util.NoSuchElementException if the person is not in one's area
     */
    String reveal(long person, String reason);
}
