package org.doudi.cluster.lists;

import java.io.Serializable;
import java.nio.file.Path;
import org.doudi.linkage.table.ListTaker;

/**
 * How the rows of a list are taken, each part by a taker of its own.
 *
 * @param <R> what the rows become
 */
@FunctionalInterface
public interface Taking<R> extends Serializable {
    /**
     * Begins a part.
     *
     * @param name what messages call the list
     */
    ListTaker<R> begin(Path name);
}
