package org.doudi.server.identity;

/** A near relative was declared or the declaration withdrawn; told inside the transaction of the change. */
public record RelativesChanged(OfficerId officer, long household, Change change) {
    /** What was done. */
    public enum Change {
        DECLARED,
        WITHDRAWN
    }
}
