package org.doudi.linkage.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a csv list in parts that different machines read, row for row and reject for reject as {@link ListReader} reads it whole.
 *
 * <p>A part is a run of lines, and lines may lie inside a quoted cell. So each part says where its first record began and where the
 * first record after it begins; where the end of one is not the beginning of the next, the next is read again from the right line.
 */
public final class CsvParts {
    private static final int BUFFER = 1 << 16;
    private static final long EACH = 0x0101_0101_0101_0101L;

    private CsvParts() {}

    /**
     * What must be known of the whole list before its parts can be read.
     *
     * @param charset name of the encoding
     * @param separator between cells
     * @param headerLine line of the header
     * @param header names of the columns
     * @param line first line after the header that holds a record
     * @param offset byte at which that line begins
     */
    public record Layout(String charset, char separator, long headerLine, List<String> header, long line, long offset)
            implements Serializable {
        Encoding encoding() {
            return new Encoding(Charset.forName(charset), 0);
        }
    }

    /**
     * A run of lines.
     *
     * @param line the first line
     * @param offset byte at which it begins
     * @param endLine the line after the last
     */
    public record Part(long line, long offset, long endLine) implements Serializable {
        /** To the end of the list. */
        public static final long TO_THE_END = CsvListReader.NO_LINE;
    }

    /**
     * What reading a part found.
     *
     * @param firstRecord line of the first record, the record after the part when the part holds none
     * @param nextRecord line of the first record that begins after the part
     */
    public record Read(long firstRecord, long nextRecord) implements Serializable {}

    /**
     * Lines that begin in a range of bytes.
     *
     * @param begins how many
     * @param first byte at which the first of them begins
     */
    public record Lines(long begins, long first) implements Serializable {}

    /**
     * Finds encoding, separator and header.
     *
     * @param handler is asked for the header, and receives the first row or reject
     * @throws UnreadableList if there is no header
     */
    public static Layout layout(ListSource source, RowHandler handler) throws IOException {
        Encoding encoding = Encoding.of(source);
        Probe probe = new Probe(handler);
        try {
            new CsvListReader(source, probe).read();
        } catch (Probe.Enough e) {
            // the rest of the list is for the parts
        }
        long line = probe.firstLine;
        long offset = new LineOffsets(source, encoding).of(line);
        char separator = CsvListReader.separator(source, encoding);
        return new Layout(encoding.charset().name(), separator, probe.headerLine, probe.header, line, offset);
    }

    /** Counts the lines that begin in {@code [from, to)}, the first line of the records not counted. */
    public static Lines lines(ListSource source, Layout layout, long from, long to) throws IOException {
        int unit = layout.charset().startsWith("UTF-16") ? 2 : 1;
        int low = layout.charset().equals(StandardCharsets.UTF_16BE.name()) ? 1 : 0;
        long at = Math.max(layout.offset() + unit, from - (from - layout.offset()) % unit);
        long begins = 0;
        long first = to;
        byte[] buffer = new byte[BUFFER];
        long[] eights = new long[BUFFER / Long.BYTES];
        try (InputStream in = new BufferedInputStream(source.open(at - unit), BUFFER)) {
            int before = 0;
            long unitAt = at - unit;
            for (int n = in.readNBytes(buffer, 0, BUFFER); n > 0; n = in.readNBytes(buffer, 0, BUFFER)) {
                ByteBuffer.wrap(buffer).asLongBuffer().get(eights);
                for (int i = 0; i + unit <= n; i += unit, unitAt += unit) {
                    if (unitAt >= to) {
                        return new Lines(begins, first);
                    }
                    if (unit == 1 && i % Long.BYTES == 0 && before == 'x' && noLineEnd(eights[i / Long.BYTES])) {
                        // what lies beyond the end of the buffer or the range ends no line either
                        i += Long.BYTES - 1;
                        unitAt += Long.BYTES - 1;
                        continue;
                    }
                    int c = unit == 1 || buffer[i + 1 - low] == 0 ? buffer[i + low] : 'x';
                    if (unitAt >= at && (before == '\n' || (before == '\r' && c != '\n'))) {
                        first = begins == 0 ? unitAt : first;
                        begins++;
                    }
                    before = c == '\n' || c == '\r' ? c : 'x';
                }
            }
        }
        return new Lines(begins, first);
    }

    /** Whether none of eight bytes is a line feed or a carriage return. */
    private static boolean noLineEnd(long eight) {
        long feeds = eight ^ 0x0A0A_0A0A_0A0A_0A0AL;
        long returns = eight ^ 0x0D0D_0D0D_0D0D_0D0DL;
        long zeroes = ((feeds - EACH) & ~feeds) | ((returns - EACH) & ~returns);
        return (zeroes & (EACH << 7)) == 0;
    }

    /** Where a later line than that of a part begins. */
    public static long offset(ListSource source, Layout layout, Part from, long line) throws IOException {
        return new LineOffsets(source, layout.encoding(), from.line(), from.offset()).of(line);
    }

    /** Reads one part. */
    public static Read read(ListSource source, Layout layout, Part part, RowHandler handler) throws IOException {
        return CsvListReader.readPart(source, layout, part, handler);
    }

    /** Takes the header and the line of the first record, and then has seen enough. */
    private static final class Probe implements RowHandler {
        private final RowHandler handler;
        private List<String> header = List.of();
        private long headerLine;
        private long firstLine = CsvListReader.NO_LINE;

        Probe(RowHandler handler) {
            this.handler = handler;
        }

        /** Ends the reading. */
        private static final class Enough extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Enough() {
                super(null, null, false, false);
            }
        }

        @Override
        public boolean header(long line, List<String> names) {
            boolean taken = handler.header(line, names);
            if (taken) {
                header = List.copyOf(names);
                headerLine = line;
            }
            return taken;
        }

        @Override
        public String expectedHeader() {
            return handler.expectedHeader();
        }

        @Override
        public void beginRow(long line) {
            firstLine = line;
            throw new Enough();
        }

        @Override
        public void cell(int column, char[] buffer, int offset, int length) {
            throw new IllegalStateException("a cell before its row");
        }

        @Override
        public void endRow() {
            throw new IllegalStateException("the end of a row before its beginning");
        }

        @Override
        public void abandonRow() {
            // what follows is the reject
        }

        @Override
        public void reject(Reject reject) {
            firstLine = reject.line();
            throw new Enough();
        }
    }
}
