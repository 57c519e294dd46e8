package org.doudi.linkage.fields;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a field holds, which decides how two of its values are compared. */
public enum FieldKind {
    /** A number or word meant to name one record only. */
    IDENTIFIER("missing", "same", "one typing error", "two typing errors", "different"),
    /** A name of a person or thing. */
    NAME(
            "missing",
            "same (rare)",
            "same (uncommon)",
            "same (common)",
            "nearly same",
            "alike",
            "initial or part",
            "found in another field",
            "different"),
    /** A day. */
    DATE("missing", "same", "one typing error", "one part differs", "two typing errors", "different"),
    /** A short code, such as a postcode or house number. */
    CODE("missing", "same (rare)", "same (uncommon)", "same (common)", "one typing error", "different"),
    /** Words in any order, such as an address. */
    TEXT(
            "missing",
            "same (rare)",
            "same (uncommon)",
            "same (common)",
            "nearly same",
            "alike",
            "some words",
            "found in another field",
            "different"),
    /** One of a few values. */
    CATEGORY("missing", "same", "different");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> levels;

    FieldKind(String... levels) {
        this.levels = List.of(levels);
    }

    /** The levels of agreement, "missing" first and "different" last. */
    public List<String> levels() {
        return levels;
    }

    /** How many levels, from level 1 on, mean that the values are the same. */
    int sameLevels() {
        return (int) levels.stream().filter(l -> l.startsWith("same")).count();
    }

    /** The kind of this name in a schema, or null. */
    static @Nullable FieldKind named(String name) {
        for (FieldKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** The names of all kinds, for messages. */
    static String names() {
        return Stream.of(values()).map(k -> k.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
