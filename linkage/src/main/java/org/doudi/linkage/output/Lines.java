package org.doudi.linkage.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.doudi.linkage.table.RowKeys;
import org.doudi.linkage.table.SafeCells;

/** Lines of a csv as bytes, for files of millions of rows whose cells are mostly keys. */
final class Lines {
    private byte[] bytes = new byte[1 << 16];
    private int used;

    void clear() {
        used = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return used;
    }

    /** A key as a cell. */
    Lines key(RowKeys keys, int row) {
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
    Lines raw(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, used, text.length);
        used += text.length;
        return this;
    }

    /** One ASCII character. */
    Lines ascii(char c) {
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
    static byte[] cell(String text) {
        return SafeCells.csv(text).getBytes(StandardCharsets.UTF_8);
    }
}
