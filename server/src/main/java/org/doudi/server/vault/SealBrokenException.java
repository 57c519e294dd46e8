package org.doudi.server.vault;

/** A sealed stream that is not what was sealed, or was sealed by other keys; the message says which. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String message) {
        super(message);
    }

    SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
