package org.doudi.server.registry;

import java.util.List;

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

    /** A member with the phone, of which the middle is hidden; empty where none is known. */
    record Phone(long person, String name, String masked) {}

    /** The phones of those who live in a household. */
    List<Phone> phones(long household);

    /**
     * Sets a member's phone, or takes it away.
     *
     * @param phone with seven digits at least; empty for none
     * @param source how it is known, for the trail
     * @throws IllegalArgumentException if it is no phone
     * @throws java.util.NoSuchElementException if the person does not live in the household, or that is not in one's area
     */
    void phone(long household, long person, String phone, String source);
}
