package org.doudi.server.matching;

import java.time.Instant;

/** A look through the registry of an area for people who are in it twice. */
public record PairSearch(long id, State state, String officer, Instant begunAt, int found) {
    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /** The same, but stopped. */
    PairSearch stopped() {
        return new PairSearch(id, State.STOPPED, officer, begunAt, found);
    }
}
