package org.doudi.linkage.fields;

/** How many rows of each list have a key: keys that are hashes, in a table without objects. */
public final class KeyCounts {
    private long[] keys = new long[1 << 8];
    private long[] left = new long[1 << 8];
    private long[] right = new long[1 << 8];
    private int used;

    /** Receives a key and how many rows of each list have it. */
    @FunctionalInterface
    public interface Counted {
        /** A key. */
        void key(long key, long left, long right);
    }

    /** Counts rows of one list. */
    public void add(long key, boolean isRight, long rows) {
        // 0 marks a free place; among hashes one more or less does not matter
        long known = key == 0 ? 1 : key;
        int slot = (int) known & (keys.length - 1);
        while (keys[slot] != known) {
            if (keys[slot] == 0) {
                if (used * 2 >= keys.length) {
                    grow();
                    add(known, isRight, rows);
                    return;
                }
                keys[slot] = known;
                used++;
                break;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        (isRight ? right : left)[slot] += rows;
    }

    private void grow() {
        KeyCounts larger = new KeyCounts();
        larger.keys = new long[keys.length * 2];
        larger.left = new long[keys.length * 2];
        larger.right = new long[keys.length * 2];
        forEach((key, l, r) -> {
            larger.add(key, false, l);
            larger.add(key, true, r);
        });
        keys = larger.keys;
        left = larger.left;
        right = larger.right;
    }

    /** All keys, in no order. */
    public void forEach(Counted visitor) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                visitor.key(keys[slot], left[slot], right[slot]);
            }
        }
    }

    /** Pairs of rows that share a key, across two lists or within the one. */
    public double pairs(boolean twoLists) {
        double[] pairs = {0};
        forEach((key, l, r) -> pairs[0] += pairs(l, r, twoLists));
        return pairs[0];
    }

    /** Pairs among rows that share one key. */
    static double pairs(long left, long right, boolean twoLists) {
        double rows = left;
        return twoLists ? rows * right : rows * (rows - 1) / 2;
    }
}
