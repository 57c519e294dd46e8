package org.doudi.server.api;

import org.jspecify.annotations.Nullable;

/** A part that the contract asks and a body does not have. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String part;

    private Missing(String part) {
        super(part + " is missing");
        this.part = part;
    }

    /** The part's name. */
    public String part() {
        return part;
    }

    /** The value, if it is there. */
    public static <T> T need(@Nullable T value, String part) {
        if (value == null) {
            throw new Missing(part);
        }
        return value;
    }
}
