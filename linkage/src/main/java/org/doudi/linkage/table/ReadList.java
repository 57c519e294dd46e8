package org.doudi.linkage.table;

import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a list after reading it, whatever its rows hold.
 *
 * @param file where it came from
 * @param keys the key and the line of each row that takes part
 * @param rowsIn rows in the file, the rejected ones counted
 * @param rejects what could not be used, in the order of the file
 */
public record ReadList(Path file, RowKeys keys, long rowsIn, List<Reject> rejects) {
    /** Number of rows that take part. */
    public int size() {
        return keys.size();
    }

    /** Rows left out whole. */
    public long rejectedRows() {
        return rejects.stream().filter(r -> r.scope() == Reject.Scope.ROW).count();
    }
}
