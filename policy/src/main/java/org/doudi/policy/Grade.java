package org.doudi.policy;

/** How sure a parameter's value is. */
public enum Grade {
    /** The text is in hand. */
    OFFICIAL,
    /** Reported by the press, statistics or a mirror. */
    REPORTED,
    /** Computed from reported figures. */
    DERIVED,
    /** Another place's rule or a plausible figure: the city must set it before going live. */
    EXAMPLE;

    /** The code as files and answers carry it, in small letters. */
    public String code() {
        return switch (this) {
            case OFFICIAL -> "official";
            case REPORTED -> "reported";
            case DERIVED -> "derived";
            case EXAMPLE -> "example";
        };
    }
}
