package org.doudi.linkage.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.doudi.linkage.table.RowKeys;
import org.doudi.linkage.table.SafeCells;

/** Lines of a csv as bytes, for files of millions of rows whose cells are mostly keys. */
public final class Lines {
    /** The first line of matches and review. */
    public static final String PAIR_HEADER = "leftId,rightId,weight,probability,tier,evidence\n";

    /** The first line of the rows without a partner. */
    public static final String UNMATCHED_HEADER = "id,reason\n";

    /** The first line of the duplicates. */
    public static final String DUPLICATES_HEADER = "id,cluster\n";

    /** What is said of a row to which no other comes near, after its key. */
    public static final String NOBODY = ",nobody in the other list comes near\n";

    private byte[] bytes = new byte[1 << 16];
    private int used;

    /** Begins anew. */
    public void clear() {
        used = 0;
    }

    /** The lines, as far as {@link #size}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Number of bytes. */
    public int size() {
        return used;
    }

    /** A key as a cell. */
    public Lines key(RowKeys keys, int row) {
        if (!keys.plain()) {
            return raw(cell(keys.get(row)));
        }
        byte[] all = keys.bytes();
        int start = keys.start(row);
        int end = keys.end(row);
        reserve(end - start);
        System.arraycopy(all, start, bytes, used, end - start);
        used += end - start;
        return this;
    }

    /** Bytes as they are. */
    public Lines raw(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, used, text.length);
        used += text.length;
        return this;
    }

    /** One ASCII character. */
    public Lines ascii(char c) {
        reserve(1);
        bytes[used++] = (byte) c;
        return this;
    }

    private void reserve(int more) {
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + more, bytes.length * 2));
        }
    }

    /** A text as a cell: quoted where it must be, never a formula. */
    public static byte[] cell(String text) {
        return SafeCells.csv(text).getBytes(StandardCharsets.UTF_8);
    }
}
