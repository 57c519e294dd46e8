package org.doudi.server.changes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be reported of a family; the message {@code changes.kind.<kind>}. */
public enum ReportKind {
    BIRTH,
    MARRIAGE,
    DEATH,
    MOVE,
    /** Work was found, or lost. */
    JOB,
    /** Somebody fell ill, is bedridden, or is well again. */
    ILLNESS,
    VEHICLE,
    HOUSE,
    /** Flood, fire, hail and the like took something that nobody replaces. */
    DISASTER,
    /** Somebody serves a sentence: not counted in the family meanwhile. */
    PRISON,
    /** Who had served is back. */
    RELEASE;

    /** What is asked beside the day and the proof. */
    public List<String> fields() {
        return switch (this) {
            case BIRTH -> List.of("name", "idNumber", "relation", "kin");
            case MARRIAGE -> List.of("name", "idNumber", "relation", "kin", "labour");
            case DEATH -> List.of("person", "head");
            case MOVE -> List.of("village", "address");
            case JOB -> List.of("person", "mode", "months", "yuan");
            case ILLNESS -> List.of("person", "illness", "cost");
            case VEHICLE -> List.of("cars");
            case HOUSE -> List.of("houses");
            case DISASTER -> List.of("disaster", "loss");
            case PRISON -> List.of("person", "head");
            case RELEASE -> List.of("away", "relation");
        };
    }

    /** How it is called in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that an address calls. */
    public static Optional<ReportKind> of(String path) {
        return Arrays.stream(values()).filter(k -> k.path().equals(path)).findFirst();
    }
}
