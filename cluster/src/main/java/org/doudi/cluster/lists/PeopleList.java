package org.doudi.cluster.lists;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.linkage.output.Account;

/**
 * A list of people in parts, one a partition, in the order of the list.
 *
 * @param name the name of its file
 * @param parts the people
 * @param counts of each part
 */
public record PeopleList(String name, JavaRDD<People> parts, List<Count> counts) {
    /**
     * What a part holds.
     *
     * @param rows people that take part
     * @param rowsIn rows, the rejected ones counted
     * @param rejectedRows rows left out
     * @param rejects rows left out and cells not used
     */
    public record Count(int rows, long rowsIn, long rejectedRows, long rejects) implements Serializable {
        /** Counts the people of a part. */
        public static Count of(People people) {
            return new Count(
                    people.size(),
                    people.rowsIn(),
                    people.rejectedRows(),
                    people.rejects().size());
        }
    }

    /** A list of nobody, in no parts. */
    public static PeopleList none(JavaSparkContext spark) {
        return new PeopleList("", spark.emptyRDD(), List.of());
    }

    /**
     * Number of people.
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
