package org.doudi.linkage.output;

import java.util.Map;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.table.ReadList;
import org.jspecify.annotations.Nullable;

/**
 * What a summary tells of a linkage, whatever engine made it.
 *
 * @param engine name of the engine
 * @param left the left list, or the only one
 * @param right the right list; null when one list was cleared of duplicates
 * @param judge the weights and what they amount to
 * @param passes how many pairs each blocking pass brought that no earlier one had
 * @param cutRows how often a row met not all of its block because the block was too large
 * @param seconds by stage
 * @param outcome what was written
 */
public record Account(
        String engine,
        ListRead left,
        @Nullable ListRead right,
        Judge judge,
        Map<String, Long> passes,
        long cutRows,
        Map<String, Double> seconds,
        Outcome outcome) {
    /**
     * What was read of a list.
     *
     * @param file its name
     * @param rowsIn rows in the file, the rejected ones counted
     * @param rows rows that took part
     * @param rejectedRows rows that were left out
     * @param rejects rows left out and cells not used
     */
    public record ListRead(String file, long rowsIn, long rows, long rejectedRows, long rejects) {
        static ListRead of(ReadList list) {
            return new ListRead(
                    String.valueOf(list.file().getFileName()),
                    list.rowsIn(),
                    list.size(),
                    list.rejectedRows(),
                    list.rejects().size());
        }
    }

    /** Of a linkage in memory. */
    static Account of(Linkage linkage, Outcome outcome) {
        ReadList right = linkage.right();
        return new Account(
                "doudi-memory",
                ListRead.of(linkage.left()),
                right == null ? null : ListRead.of(right),
                linkage.judge(),
                linkage.passes(),
                linkage.cutRows(),
                linkage.clock().seconds(),
                outcome);
    }
}
