package org.doudi.server.vault;

/** Encrypted bytes that were changed, moved to another field, or whose key is gone. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
