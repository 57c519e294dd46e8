package org.doudi.server.casework.step;

import java.util.List;

/**
 * One thing that a step's form asks. Its label is the message {@code casework.field.<name>}.
 *
 * @param name the form's parameter
 * @param kind what is typed
 * @param need whether the step can be done without it
 * @param options of a choice: the codes, whose words are {@code casework.option.<code>}
 */
public record Field(String name, Kind kind, Need need, List<String> options) {
    /** What is typed into a field. */
    public enum Kind {
        TEXT,
        WORDS,
        DATE,
        COUNT,
        YUAN,
        CHOICE,
        CHECK,
        PICTURE
    }

    /** Whether a field may stay empty. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    static Field required(String name, Kind kind) {
        return new Field(name, kind, Need.REQUIRED, List.of());
    }

    static Field optional(String name, Kind kind) {
        return new Field(name, kind, Need.OPTIONAL, List.of());
    }

    static Field choice(String name, String... options) {
        return new Field(name, Kind.CHOICE, Need.REQUIRED, List.of(options));
    }

    /** Whether the step can be done without it. */
    public boolean isOptional() {
        return need == Need.OPTIONAL;
    }
}
