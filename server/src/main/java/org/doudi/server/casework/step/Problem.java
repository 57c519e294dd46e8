package org.doudi.server.casework.step;

import java.util.List;

/** Something in a form that keeps the step from being done: where, and the message {@code casework.problem.<code>}. */
public record Problem(String field, String code, List<Object> arguments) {
    static Problem of(String field, String code, Object... arguments) {
        return new Problem(field, code, List.of(arguments));
    }
}
