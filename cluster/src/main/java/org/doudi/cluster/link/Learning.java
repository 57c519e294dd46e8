package org.doudi.cluster.link;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.doudi.cluster.lists.ListPart;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Rules;
import org.doudi.linkage.score.Weights;

/**
 * Learns of all rows together what two of them do not tell.
 *
 * @param <R> rows of one kind, packed
 */
interface Learning<R extends Serializable> {
    /** Learns what must be known before rows are brought together. */
    Learned<R> of(JavaRDD<ListPart<R>> read, Numbering numbering);

    /** What was learned. */
    interface Learned<R extends Serializable> {
        /** The rows as they are compared. */
        JavaRDD<PreparedPart<R>> parts();

        /** What brings them together. */
        RowKind<R> kind();

        /** How often a row, so far, met not all of its block because the block was too large. */
        long cutRows();

        /** The weights, from the patterns of the candidates. */
        Weights weights(Histogram seen);

        /** What must hold besides these weights. */
        Rules rules(Weights weights);
    }
}
