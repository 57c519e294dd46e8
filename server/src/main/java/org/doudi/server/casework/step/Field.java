package org.doudi.server.casework.step;

import java.util.List;

/**
 * One thing that a step's form asks.
 *
 * @param name the form's parameter
 * @param label the message {@code casework.field.<label>}
 * @param about whom it is about, shown in the label; else empty
 * @param kind what is typed
 * @param need whether the step can be done without it
 * @param options of a choice: the codes, whose words are {@code casework.option.<code>}
 */
public record Field(String name, String label, String about, Kind kind, Need need, List<String> options) {
    /** What is typed into a field. */
    public enum Kind {
        TEXT,
        WORDS,
        DATE,
        COUNT,
        YUAN,
        CHOICE,
        /** One of many, chosen from a drop-down. */
        PICK,
        CHECK,
        PICTURE
    }

    /** Whether a field may stay empty. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    static Field required(String name, Kind kind) {
        return new Field(name, name, "", kind, Need.REQUIRED, List.of());
    }

    static Field optional(String name, Kind kind) {
        return new Field(name, name, "", kind, Need.OPTIONAL, List.of());
    }

    static Field choice(String name, String... options) {
        return new Field(name, name, "", Kind.CHOICE, Need.REQUIRED, List.of(options));
    }

    static Field pick(String name, List<String> options) {
        return new Field(name, name, "", Kind.PICK, Need.OPTIONAL, options);
    }

    static Field signature(String label, String member, String about) {
        return new Field(label + "." + member, label, about, Kind.CHECK, Need.REQUIRED, List.of());
    }

    /** Whether the step can be done without it. */
    public boolean isOptional() {
        return need == Need.OPTIONAL;
    }
}
