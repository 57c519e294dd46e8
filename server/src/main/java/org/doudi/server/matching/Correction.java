package org.doudi.server.matching;

import java.time.Instant;
import org.doudi.server.identity.Department;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;

/**
 * A number on a department's list that is wrong.
 *
 * @param listed as the list has it
 * @param proposed as the registry has it
 */
public record Correction(
        long id,
        long pair,
        Department department,
        ListKind list,
        String fileName,
        int line,
        String name,
        String listed,
        String proposed,
        State state,
        String raisedBy,
        Instant raisedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {
    /** What the department did. */
    public enum State {
        OPEN,
        MENDED,
        DECLINED,
        /** Nothing is wrong with it, after all. */
        WITHDRAWN
    }

    @Override
    public String toString() {
        return "correction " + id;
    }
}
