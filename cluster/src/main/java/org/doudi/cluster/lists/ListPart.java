package org.doudi.cluster.lists;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowKeys;

/**
 * The rows of one part of a list.
 *
 * @param <R> rows of one kind, packed
 * @param rows the rows that take part
 * @param keys their keys
 * @param rowsIn rows of the part, the rejected ones counted
 * @param rejects what could not be used
 */
public record ListPart<R extends Serializable>(R rows, RowKeys keys, long rowsIn, List<Reject> rejects)
        implements Serializable {
    /** What was read of a part. */
    public static <R extends Serializable> ListPart<R> of(ReadList list, R rows) {
        return new ListPart<>(rows, list.keys(), list.rowsIn(), new ArrayList<>(list.rejects()));
    }

    /** Number of rows. */
    public int size() {
        return keys.size();
    }

    /** Rows left out whole. */
    public long rejectedRows() {
        return rejects.stream().filter(r -> r.scope() == Reject.Scope.ROW).count();
    }
}
