package org.doudi.server.identity;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom the current thread works. Each transaction tells it to PostgreSQL, whose row-level security then shows
 * that person's rows only; with no scope it shows none.
 */
public final class Scope {
    private static final ThreadLocal<@Nullable Officer> CURRENT = new ThreadLocal<>();

    private Scope() {}

    /** Who works on this thread, or null. */
    public static @Nullable Officer current() {
        return CURRENT.get();
    }

    /** Who works on this thread; an error if nobody does. */
    public static Officer officer() {
        Officer officer = CURRENT.get();
        if (officer == null) {
            throw new IllegalStateException("nobody works on this thread: open a scope with Scope.as");
        }
        return officer;
    }

    /** Does the work as that person. Scopes do not nest for two people inside one transaction. */
    public static <T> T as(Officer officer, Supplier<T> work) {
        Officer before = CURRENT.get();
        CURRENT.set(officer);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
