package org.doudi.linkage.table;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A row of a table that lies in no file.
 *
 * @param line the line that it would have in a file
 * @param cells its cells, column by column
 */
public record TableRow(long line, List<String> cells) {
    /** Tells the row as a reader of files would. */
    public void tell(RowHandler handler) {
        handler.beginRow(line);
        for (int i = 0; i < cells.size(); i++) {
            char[] text = cells.get(i).toCharArray();
            handler.cell(i, text, 0, text.length);
        }
        handler.endRow();
    }

    /**
     * Asks a handler for the header of a table.
     *
     * @param name what messages call the table
     * @throws UnreadableList if the handler cannot use these columns
     */
    public static void begin(Path name, List<String> header, RowHandler handler) {
        if (!handler.header(1, header)) {
            throw new UnreadableList(
                    name,
                    0,
                    "the columns are " + String.join(", ", header),
                    "There must be " + handler.expectedHeader());
        }
    }

    /** Tells a whole table as a reader of files would. */
    public static <R> ListTaker<R> tellAll(
            Path name, List<String> header, Iterator<TableRow> rows, ListTaker<R> taker) {
        begin(name, header, taker);
        while (rows.hasNext()) {
            rows.next().tell(taker);
        }
        return taker;
    }
}
