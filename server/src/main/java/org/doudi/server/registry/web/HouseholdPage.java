package org.doudi.server.registry.web;

import java.util.List;
import org.doudi.server.registry.HouseholdView;
import org.jspecify.annotations.Nullable;

/**
 * All that the household's page shows.
 *
 * @param problem why there are no figures, or null
 */
record HouseholdPage(
        HouseholdView household,
        String asOf,
        String knownOn,
        List<Tag> tags,
        List<String> gaps,
        List<Figure> figures,
        List<Why> why,
        List<String> looks,
        List<String> changes,
        List<MemberRow> members,
        List<String> beside,
        List<Event> events,
        List<LogRow> log,
        List<String> kin,
        List<Menu> menu,
        String pack,
        @Nullable String problem) {}
