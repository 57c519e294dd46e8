package org.doudi.server.registry;

import java.util.Collection;
import java.util.Map;

/** What the system of a department calls the rows of the lists that it handed in: keys that name nobody, so that whoever tells it something may use them. */
public interface HandedKeys {
    /** The column, the first of such a list, in which they stand. */
    String COLUMN = "行键";

    /** The keys of some lines of a list; empty for a list that people handed in. */
    Map<Integer, String> of(long listImport, Collection<Integer> lines);
}
