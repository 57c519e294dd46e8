package org.doudi.server.casework.path;

/** How a case stands. */
public enum Standing {
    RUNNING,
    PAUSED,
    WITHDRAWN,
    CLOSED;

    /** Whether the case is over until somebody opens it again. */
    public boolean isFinal() {
        return this == WITHDRAWN || this == CLOSED;
    }
}
