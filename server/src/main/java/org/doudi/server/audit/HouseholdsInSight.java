package org.doudi.server.audit;

/** Tells whether a household exists within the area of the person of the current scope; the registry knows. */
@FunctionalInterface
public interface HouseholdsInSight {
    /** Whether the person may see the household at all. */
    boolean sees(long household);
}
