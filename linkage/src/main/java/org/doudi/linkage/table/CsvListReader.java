package org.doudi.linkage.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a csv list. The library cuts the text into cells; this class decides what a row is worth. A quotation mark that is never closed
 * would swallow the rows below it: such a row is rejected alone and reading goes on at the line after it.
 */
final class CsvListReader {
    private static final int LONGEST_FIELD = 16 << 20;
    private static final int READ_BUFFER = 1 << 16;
    /** After every line. */
    static final long NO_LINE = Long.MAX_VALUE;

    private static final String OPEN_QUOTE = "a quotation mark is opened and not closed in its own row";
    private static final String MEND_QUOTE = "Close or remove the quotation mark (\") in this row";

    private final ListSource source;
    private final RowHandler handler;
    private final HeaderSearch search;
    private final long endLine;
    private long firstRecord = NO_LINE;
    private long beyond = NO_LINE;

    CsvListReader(ListSource source, RowHandler handler) {
        this(source, handler, new HeaderSearch(source.name(), handler), NO_LINE);
    }

    private CsvListReader(ListSource source, RowHandler handler, HeaderSearch search, long endLine) {
        this.source = source;
        this.handler = handler;
        this.search = search;
        this.endLine = endLine;
    }

    void read() throws IOException {
        Encoding encoding = Encoding.of(source);
        readAll(encoding, separator(source, encoding), new LineOffsets(source, encoding), 1);
        if (search.width() < 0) {
            throw search.notFound();
        }
    }

    /** Reads the records that begin on certain lines of a list whose header is known. */
    static CsvParts.Read readPart(ListSource source, CsvParts.Layout layout, CsvParts.Part part, RowHandler handler)
            throws IOException {
        HeaderSearch known = HeaderSearch.known(source.name(), handler, layout.headerLine(), layout.header());
        CsvListReader reader = new CsvListReader(source, handler, known, part.endLine());
        Encoding encoding = layout.encoding();
        LineOffsets offsets = new LineOffsets(source, encoding, part.line(), part.offset());
        reader.readAll(encoding, layout.separator(), offsets, part.line());
        return new CsvParts.Read(Math.min(reader.firstRecord, reader.beyond), reader.beyond);
    }

    private void readAll(Encoding encoding, char separator, LineOffsets offsets, long firstLine) throws IOException {
        long line = firstLine;
        while (line > 0) {
            line = readFrom(encoding, separator, offsets.of(line), line);
        }
    }

    /** Reads from a line to the end; answers 0, or the line to go on from after a broken row. */
    private long readFrom(Encoding encoding, char separator, long offset, long firstLine) throws IOException {
        Rows rows = new Rows(firstLine - 1);
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST_FIELD);
        try (Reader text = open(source, encoding, offset);
                CsvReader<Boolean> csv = builder.build(rows, text);
                CloseableIterator<Boolean> records = csv.iterator()) {
            while (records.hasNext()) {
                if (!records.next()) {
                    return beyond < NO_LINE ? 0 : Math.max(rows.line, firstLine) + 1;
                }
            }
            return 0;
        } catch (CsvParseException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException ours && !(cause instanceof CsvParseException)) {
                // the library wraps what our own callbacks throw
                throw ours;
            }
            rows.began();
            if (beyond < NO_LINE) {
                return 0;
            }
            rows.abandon(OPEN_QUOTE, MEND_QUOTE);
            return Math.max(rows.line, firstLine) + 1;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Reader open(ListSource source, Encoding encoding, long offset) throws IOException {
        return new InputStreamReader(source.open(offset), encoding.charset());
    }

    /** The separator that the first lines use most: comma, tab or semicolon. */
    static char separator(ListSource source, Encoding encoding) throws IOException {
        try (Reader text = open(source, encoding, encoding.byteOrderMark());
                BufferedReader lines = new BufferedReader(text, READ_BUFFER)) {
            int[] count = new int[3];
            boolean lineSeen = false;
            for (int i = 0; i < READ_BUFFER; i++) {
                int c = lines.read();
                if (c < 0 || (c == '\n' && lineSeen && count[0] + count[1] + count[2] > 0)) {
                    break;
                }
                lineSeen |= c > ' ';
                int kind = ",\t;".indexOf(c);
                if (kind >= 0) {
                    count[kind]++;
                }
            }
            int best = 0;
            for (int kind = 1; kind < 3; kind++) {
                if (count[kind] > count[best]) {
                    best = kind;
                }
            }
            return ",\t;".charAt(best);
        }
    }

    /** Turns the library's callbacks into rows; the record it builds says whether reading may go on. */
    private final class Rows extends CsvCallbackHandler<Boolean> {
        private final long linesBefore;
        private final List<String> headerCells = new ArrayList<>();
        private RecordType type = RecordType.DATA;
        private long line;
        private int column;
        private boolean manyLines;
        private boolean extraText;

        Rows(long linesBefore) {
            this.linesBefore = linesBefore;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = linesBefore + startingLineNumber;
            column = 0;
            manyLines = false;
            extraText = false;
            type = RecordType.DATA;
            headerCells.clear();
        }

        /** Notes a record that is not an empty line. */
        void began() {
            firstRecord = Math.min(firstRecord, line);
            if (line >= endLine) {
                beyond = line;
            }
        }

        @Override
        protected void addField(char[] buf, int offset, int len, boolean quoted) {
            if (column == 0) {
                began();
            }
            if (beyond < NO_LINE) {
                return;
            }
            if (quoted) {
                for (int i = offset; i < offset + len && !manyLines; i++) {
                    manyLines = buf[i] == '\n' || buf[i] == '\r';
                }
            }
            int width = search.width();
            if (width >= 0 && column == 0) {
                handler.beginRow(line);
            }
            if (width < 0) {
                headerCells.add(new String(buf, offset, Math.min(len, ListReader.LONGEST_CELL)));
            } else if (column >= width) {
                extraText |= !new String(buf, offset, len).isBlank();
            } else if (len > ListReader.LONGEST_CELL) {
                handler.cell(column, buf, offset, 0);
                handler.reject(new Reject(
                        line,
                        "column " + (column + 1),
                        new String(buf, offset, 100),
                        "the cell holds " + len + " characters",
                        "Shorten it to at most " + ListReader.LONGEST_CELL + " characters; it was read as empty",
                        Reject.Scope.CELL));
            } else {
                handler.cell(column, buf, offset, len);
            }
            column++;
        }

        @Override
        protected Boolean buildRecord() {
            int width = search.width();
            if (type == RecordType.EMPTY) {
                return true;
            }
            if (beyond < NO_LINE) {
                return false;
            }
            if (width < 0) {
                search.offer(line, headerCells);
                return true;
            }
            if (column < width || extraText || (manyLines && column > width)) {
                abandon(
                        manyLines
                                ? OPEN_QUOTE
                                : "the row has " + column + " cells where the header names " + width + " columns",
                        manyLines
                                ? MEND_QUOTE
                                : "Give the row one cell a column; a separator may be missing or too many");
                return !manyLines;
            }
            handler.endRow();
            return true;
        }

        void abandon(String problem, String whatToDo) {
            if (search.width() >= 0) {
                if (column > 0) {
                    handler.abandonRow();
                }
                handler.reject(new Reject(line, "", "", problem, whatToDo, Reject.Scope.ROW));
            }
        }

        @Override
        protected void setEmpty() {
            type = RecordType.EMPTY;
        }

        @Override
        protected void setComment(char[] buf, int offset, int len) {
            throw new IllegalStateException("comments are not switched on");
        }

        @Override
        protected RecordType getRecordType() {
            return type;
        }

        @Override
        protected int getFieldCount() {
            return column;
        }
    }
}
