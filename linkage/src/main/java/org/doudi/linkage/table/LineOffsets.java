package org.doudi.linkage.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Finds where a line begins in a file, moving forward only, so that many searches cost one pass. */
final class LineOffsets {
    private final ListSource source;
    private final int unit;
    private final int low;
    private long line;
    private long offset;

    LineOffsets(ListSource source, Encoding encoding) {
        this(source, encoding, 1, encoding.byteOrderMark());
    }

    /** Knows where one line begins; only that line and later ones can be asked for. */
    LineOffsets(ListSource source, Encoding encoding, long line, long offset) {
        this.source = source;
        this.line = line;
        this.offset = offset;
        boolean little = encoding.charset().equals(StandardCharsets.UTF_16LE);
        this.unit = little || encoding.charset().equals(StandardCharsets.UTF_16BE) ? 2 : 1;
        this.low = unit == 2 && !little ? 1 : 0;
    }

    /** The byte offset at which a line begins; the file's length if it has fewer lines. */
    long of(long wanted) throws IOException {
        try (InputStream in = new BufferedInputStream(source.open(offset), 1 << 16)) {
            boolean afterReturn = false;
            while (line < wanted || afterReturn) {
                int c = next(in);
                if (c < 0) {
                    return offset;
                }
                if (c == '\n' && afterReturn) {
                    afterReturn = false;
                    offset += unit;
                    continue;
                }
                if (line >= wanted) {
                    return offset;
                }
                offset += unit;
                afterReturn = c == '\r';
                if (c == '\r' || c == '\n') {
                    line++;
                }
            }
            return offset;
        }
    }

    private int next(InputStream in) throws IOException {
        if (unit == 1) {
            return in.read();
        }
        int first = in.read();
        int second = in.read();
        if (second < 0) {
            return -1;
        }
        int lowByte = low == 0 ? first : second;
        int highByte = low == 0 ? second : first;
        return highByte << 8 | lowByte;
    }
}
