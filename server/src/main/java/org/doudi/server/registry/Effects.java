package org.doudi.server.registry;

import java.util.List;
import java.util.Locale;

/** Says in words what changes do, for a page that shows it before anything is written. */
public interface Effects {
    /**
     * The households before and after.
     *
     * @param named whose members' names are used
     */
    List<ChangeSide> of(List<HouseholdChanges.Side> sides, HouseholdView named, Locale locale);
}
