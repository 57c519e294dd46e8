package org.doudi.server.identity;

/** Tells whether a household exists within the area of the person of the current scope; who keeps the households knows. */
@FunctionalInterface
public interface ListedHouseholds {
    /** Whether there is such a household. */
    boolean lists(long household);
}
