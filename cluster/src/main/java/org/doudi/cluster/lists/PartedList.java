package org.doudi.cluster.lists;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.linkage.output.Account;

/**
 * A list in parts, one a partition, in the order of the list.
 *
 * @param <R> rows of one kind, packed
 * @param name the name of its file
 * @param parts the rows
 * @param counts of each part
 */
public record PartedList<R extends Serializable>(String name, JavaRDD<ListPart<R>> parts, List<Count> counts) {
    /**
     * What a part holds.
     *
     * @param rows rows that take part
     * @param rowsIn rows, the rejected ones counted
     * @param rejectedRows rows left out
     * @param rejects rows left out and cells not used
     */
    public record Count(int rows, long rowsIn, long rejectedRows, long rejects) implements Serializable {
        /** Counts the rows of a part. */
        public static Count of(ListPart<?> part) {
            return new Count(
                    part.size(),
                    part.rowsIn(),
                    part.rejectedRows(),
                    part.rejects().size());
        }
    }

    /** A list of nothing, in no parts. */
    public static <R extends Serializable> PartedList<R> none(JavaSparkContext spark) {
        return new PartedList<>("", spark.emptyRDD(), List.of());
    }

    /**
     * Number of rows.
     *
     * @throws ArithmeticException if rows could not be numbered
     */
    public int rows() {
        return Math.toIntExact(counts.stream().mapToLong(Count::rows).sum());
    }

    /** What a summary says of it. */
    public Account.ListRead account() {
        return new Account.ListRead(
                name,
                counts.stream().mapToLong(Count::rowsIn).sum(),
                rows(),
                rejectedRows(),
                counts.stream().mapToLong(Count::rejects).sum());
    }

    /** Rows left out. */
    public long rejectedRows() {
        return counts.stream().mapToLong(Count::rejectedRows).sum();
    }
}
