package org.doudi.server.casework.path;

/** What can happen to a case. */
public enum Move {
    DONE,
    RETURN,
    PAUSE,
    RESUME,
    WITHDRAW,
    REOPEN
}
