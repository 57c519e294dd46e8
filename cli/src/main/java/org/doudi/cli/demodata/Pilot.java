package org.doudi.cli.demodata;

import java.util.Set;
import org.doudi.cli.divisions.Village;

/** The townships in which rigid spending counts since June 2017 (clause 2.2-2). */
final class Pilot {
    private static final Set<String> TOWNSHIPS = Set.of("210921100", "210921132", "210922100", "210922103");

    private Pilot() {}

    static boolean covers(Village village) {
        return TOWNSHIPS.contains(village.township().code());
    }
}
