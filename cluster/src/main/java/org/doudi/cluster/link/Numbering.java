package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.doudi.cluster.lists.PartedList;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.person.PersonRows;

/**
 * The numbers of all rows of both lists, which are those that they have in memory on one machine, and the partition that holds each.
 *
 * @param left number of left rows
 * @param right number of right rows
 * @param first the number of the first row of each partition, the partitions of the left list first
 * @param leftPartitions how many partitions the left list has
 * @param rowsBefore rows of the same list, rejected ones counted, before each partition
 */
@SuppressWarnings("ArrayRecordComponent") // packed, and never compared
public record Numbering(int left, int right, int[] first, int leftPartitions, long[] rowsBefore)
        implements Serializable {
    /** Numbers the rows of two lists. */
    public static Numbering of(PartedList<?> left, PartedList<?> right) {
        List<PartedList.Count> counts = new ArrayList<>(left.counts());
        counts.addAll(right.counts());
        int leftPartitions = left.counts().size();
        int[] first = new int[counts.size()];
        long[] before = new long[counts.size()];
        for (int i = 0; i < first.length; i++) {
            boolean begins = i == 0 || i == leftPartitions;
            PartedList.Count last = begins ? null : counts.get(i - 1);
            int base = i == 0 ? 0 : PersonRows.rightBase(left.rows());
            first[i] = last == null ? base : Math.addExact(first[i - 1], last.rows());
            before[i] = last == null ? 0 : before[i - 1] + last.rowsIn();
        }
        return new Numbering(left.rows(), right.rows(), first, leftPartitions, before);
    }

    /** The numbers of the rows of either list. */
    public RowRanges ranges() {
        return new RowRanges(left, PersonRows.rightBase(left), right);
    }

    /** Partitions of both lists. */
    public int partitions() {
        return first.length;
    }

    /** Whether a partition is one of the left list. */
    public boolean isLeft(int partition) {
        return partition < leftPartitions;
    }

    /** The place of a row in its partition. */
    public int place(int row) {
        return row - first[partitionOf(row)];
    }

    /** The partition that holds a row. */
    public int partitionOf(int row) {
        int low = 0;
        int high = first.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
