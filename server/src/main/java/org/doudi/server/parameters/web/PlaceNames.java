package org.doudi.server.parameters.web;

import java.util.HashMap;
import java.util.Map;
import org.doudi.server.registry.Divisions;

/** The names of the places that one page shows; each is looked up once. */
public final class PlaceNames {
    private static final String COUNTRY = "CN";

    private final Divisions divisions;
    private final Map<String, String> known = new HashMap<>();

    PlaceNames(Divisions divisions, String country) {
        this.divisions = divisions;
        known.put(COUNTRY, country);
    }

    /** The name of a place; its code where it has none. */
    public String of(String code) {
        return known.computeIfAbsent(code, c -> divisions.name(c).orElse(c));
    }
}
