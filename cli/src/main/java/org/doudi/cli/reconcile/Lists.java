package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The lists that a reconciliation was given.
 *
 * @param households the name of the households' file
 * @param given the names of the files of the rolls that are there
 * @param unreadable rolls that are there and could not be used
 * @param madeUp whether the lists are made up
 */
public record Lists(String households, Map<Roll, String> given, Set<Roll> unreadable, boolean madeUp)
        implements Serializable {
    /** The rolls that are there and could be used. */
    public Set<Roll> usable() {
        Set<Roll> usable = EnumSet.noneOf(Roll.class);
        usable.addAll(given.keySet());
        usable.removeAll(unreadable);
        return usable;
    }
}
