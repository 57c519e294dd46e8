package org.doudi.cluster.lists;

import java.io.Serializable;
import java.nio.file.Path;
import org.doudi.linkage.table.RowHandler;

/**
 * What is read of each part of a list beside the rows to be linked: cells that the linkage has no use for.
 *
 * @param <B> what the cells of a part become
 */
public interface Beside<B extends Serializable> extends Serializable {
    /** Begins a part. */
    B begin();

    /**
     * Receives the rows of a part.
     *
     * @param into what {@link #begin} made
     * @param name what messages call the list
     */
    RowHandler reader(B into, Path name);

    /** Whether there is anything to read. */
    default boolean reads() {
        return true;
    }

    /** Stands for what was not read. */
    enum Nothing {
        /** The only one. */
        NOTHING
    }

    /** Reads nothing beside the rows. */
    static Beside<Nothing> nothing() {
        return new Beside<>() {
            @Override
            public Nothing begin() {
                return Nothing.NOTHING;
            }

            @Override
            public RowHandler reader(Nothing into, Path name) {
                throw new IllegalStateException("nothing is read beside the rows");
            }

            @Override
            public boolean reads() {
                return false;
            }
        };
    }

    /**
     * A part of a list.
     *
     * @param linked the rows to be linked
     * @param beside what else was read of their rows
     */
    record Part<R extends Serializable, B>(ListPart<R> linked, B beside) implements Serializable {}
}
