package org.doudi.server.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whose data an act touched.
 *
 * @param household the household's id, or null
 * @param person the person's id, or null
 * @param caseNumber the case's number, or null
 */
public record Subject(
        @Nullable Long household,
        @Nullable Long person,
        @Nullable String caseNumber) {
    /** Nobody's data. */
    public static final Subject NONE = new Subject(null, null, null);

    /** A household. */
    public static Subject household(long id) {
        return new Subject(id, null, null);
    }

    /** A person of a household, or of none. */
    public static Subject person(long id, @Nullable Long household) {
        return new Subject(household, id, null);
    }

    /** A case of a household. */
    public static Subject ofCase(String number, @Nullable Long household) {
        return new Subject(household, null, number);
    }
}
