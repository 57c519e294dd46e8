package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.doudi.cluster.lists.ListPart;
import org.doudi.linkage.score.Comparison;

/**
 * The rows of one partition as they are compared.
 *
 * @param index the partition
 * @param begins whether it is the first of its list
 * @param first the number of the first row
 * @param list the rows
 * @param sums what was added up over these rows
 */
@SuppressWarnings("ArrayRecordComponent") // packed, and never compared
record PreparedPart<R extends Serializable>(int index, boolean begins, int first, ListPart<R> list, long[] sums)
        implements Serializable {
    /** The rows of a partition, whose keys are those of the whole list from now on. */
    static <R extends Serializable> PreparedPart<R> of(
            int index, ListPart<R> read, R rows, long[] sums, Numbering numbering) {
        return new PreparedPart<>(
                index,
                index == 0 || index == numbering.leftPartitions(),
                numbering.first()[index],
                new ListPart<>(rows, read.keys().after(numbering.rowsBefore()[index]), read.rowsIn(), read.rejects()),
                sums);
    }

    /** The same with other rows in the place of these. */
    PreparedPart<R> with(R rows) {
        return new PreparedPart<>(
                index, begins, first, new ListPart<>(rows, list.keys(), list.rowsIn(), list.rejects()), sums);
    }

    private R chosen(long[] numbers, RowForm<R> form) {
        R chosen = form.none();
        int from = Arrays.binarySearch(numbers, first);
        for (int i = from < 0 ? -from - 1 : from; i < numbers.length && numbers[i] < first + list.size(); i++) {
            form.copy(list.rows(), (int) numbers[i] - first, chosen);
        }
        return chosen;
    }

    /** Brings some rows, named by their numbers, to the driver, and compares them there by these numbers. */
    static <R extends Serializable> Comparison sampled(
            JavaSparkContext spark,
            JavaRDD<PreparedPart<R>> parts,
            Longs wanted,
            RowForm<R> form,
            Function<R, Comparison> comparing) {
        long[] numbers = wanted.distinct().array();
        Broadcast<long[]> sent = spark.broadcast(numbers);
        List<R> chosen = parts.map(part -> part.chosen(sent.value(), form)).collect();
        R rows = form.none();
        for (R some : chosen) {
            for (int row = 0; row < form.size(some); row++) {
                form.copy(some, row, rows);
            }
        }
        Comparison comparison = comparing.apply(rows);
        return (a, b) -> comparison.pattern(Arrays.binarySearch(numbers, a), Arrays.binarySearch(numbers, b));
    }
}
