package org.doudi.server.casework.path;

/** What can happen to a case. */
public enum Move {
    DONE,
    POST,
    RETURN,
    PAUSE,
    RESUME,
    EXTEND,
    WITHDRAW,
    REOPEN
}
