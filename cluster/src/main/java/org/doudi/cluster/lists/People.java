package org.doudi.cluster.lists;

import java.io.Serializable;
import java.util.List;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowKeys;

/**
 * The people of one part of a list.
 *
 * @param rows the people, packed
 * @param keys their keys
 * @param rowsIn rows of the part, the rejected ones counted
 * @param rejects what could not be used
 */
public record People(PersonRows rows, RowKeys keys, long rowsIn, List<Reject> rejects) implements Serializable {
    /** Number of people. */
    public int size() {
        return rows.size();
    }

    /** Rows left out whole. */
    public long rejectedRows() {
        return rejects.stream().filter(r -> r.scope() == Reject.Scope.ROW).count();
    }
}
