package org.doudi.linkage.table;

import java.util.List;

/**
 * Receives a list row by row. For each row: {@link #beginRow}, one {@link #cell} a column from left to right, then {@link #endRow};
 * a row that proves broken on the way ends with {@link #abandonRow} instead and is reported to {@link #reject}.
 */
public interface RowHandler {
    /**
     * The names of the columns, trimmed, asked of the first lines until one is taken (lists often carry a title above the header).
     *
     * @param headerLine the line of the file
     * @return whether this line is the header
     */
    boolean header(long headerLine, List<String> names);

    /** What a header should hold, in words, for the message when no line was taken. */
    String expectedHeader();

    /** A row begins on this line of the file. */
    void beginRow(long line);

    /** The text of one cell; the buffer is valid only during the call. */
    void cell(int column, char[] buffer, int offset, int length);

    /** The row is whole. */
    void endRow();

    /** What was said of the current row does not count. */
    void abandonRow();

    /** A row that was left out, or a cell. */
    void reject(Reject reject);
}
