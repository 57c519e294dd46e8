package org.doudi.linkage.assign;

import java.util.BitSet;
import org.doudi.linkage.block.RowRanges;

/** Sets of rows of one list that are one person. The name of a cluster is its lowest row. */
public final class Clusters {
    private final int[] parent;
    private final int[] next;
    private final BitSet together;

    Clusters(RowRanges ranges) {
        parent = new int[ranges.end()];
        next = new int[ranges.end()];
        together = new BitSet(ranges.end());
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            next[i] = i;
        }
    }

    /** The cluster of a row. */
    public int of(int row) {
        if (!together.get(row)) {
            return row;
        }
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Makes one of two clusters. */
    void unite(int a, int b) {
        int rootA = of(a);
        int rootB = of(b);
        if (rootA == rootB) {
            return;
        }
        int low = Math.min(rootA, rootB);
        int high = Math.max(rootA, rootB);
        parent[high] = low;
        together.set(a);
        together.set(b);
        // the rings of members are joined by crossing one link
        int after = next[low];
        next[low] = next[high];
        next[high] = after;
    }

    /** Whether a row is a cluster by itself. */
    public boolean alone(int row) {
        return !together.get(row);
    }

    /** The next row of the same cluster, in a ring; the row itself when it is alone. */
    public int next(int row) {
        return next[row];
    }
}
