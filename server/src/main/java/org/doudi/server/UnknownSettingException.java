package org.doudi.server;

/** A setting that nobody reads. */
final class UnknownSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    UnknownSettingException(String message, String action) {
        super(message);
        this.action = action;
    }

    /** What to do about it. */
    String action() {
        return action;
    }
}
