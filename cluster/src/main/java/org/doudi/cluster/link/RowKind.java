package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.List;
import org.doudi.linkage.block.Keys;
import org.doudi.linkage.block.Pairs;
import org.doudi.linkage.score.Comparison;

/**
 * What brings rows of one kind together and how two are compared, as it is once everything was learned of all rows together.
 *
 * @param <R> rows, packed
 */
interface RowKind<R extends Serializable> extends Serializable {
    /** How the rows are sent. */
    RowForm<R> form();

    /** Names of the blocking passes, in their order. */
    List<String> passes();

    /** The keys of a pass over certain rows; the tags are those of every pass. */
    Keys keys(int pass, R rows);

    /** How many rows of a block a row meets at most. */
    int mostInBlock();

    /** Compares certain rows, all of which are there already. */
    Comparison comparison(R rows);

    /** Looks at the pairs of a pass. */
    Pairs pairs(int pass, R rows, Comparison comparison);

    /** The key of the household of a row, whose other members speak for it; 0: none. */
    long household(R rows, int row);
}
