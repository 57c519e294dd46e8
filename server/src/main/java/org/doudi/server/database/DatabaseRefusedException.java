package org.doudi.server.database;

/** A database that cannot be worked with as it is; the message says why and what to do. */
public final class DatabaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseRefusedException(String message) {
        super(message);
    }

    DatabaseRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
