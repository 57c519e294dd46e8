package org.doudi.linkage.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds where a line begins in a file, moving forward only, so that many searches cost one pass. */
final class LineOffsets {
    private final Path file;
    private final int unit;
    private final int low;
    private long line = 1;
    private long offset;

    LineOffsets(Path file, Encoding encoding) {
        this.file = file;
        this.offset = encoding.byteOrderMark();
        boolean little = encoding.charset().equals(StandardCharsets.UTF_16LE);
        this.unit = little || encoding.charset().equals(StandardCharsets.UTF_16BE) ? 2 : 1;
        this.low = unit == 2 && !little ? 1 : 0;
    }

    /** The byte offset at which a line begins; the file's length if it has fewer lines. */
    long of(long wanted) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(offset);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
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
