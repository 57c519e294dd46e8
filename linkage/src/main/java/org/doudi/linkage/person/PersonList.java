package org.doudi.linkage.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.doudi.linkage.table.CsvParts;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.ListSource;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.RowHandler;
import org.doudi.linkage.table.RowKeys;
import org.doudi.linkage.table.UnreadableList;

/**
 * One list of people in memory.
 *
 * @param list what was read: keys, lines, rejects
 * @param rows the people, packed
 */
public record PersonList(ReadList list, PersonRows rows) {
    /**
     * Reads a list of people.
     *
     * @throws UnreadableList if no row of it can be read; the message says what to do
     */
    public static PersonList read(Path file) throws IOException {
        PersonReader reader = new PersonReader(file);
        ListReader.read(file, reader);
        return reader.list();
    }

    /**
     * Finds out how a csv list of people is laid out, so that its parts can be read apart.
     *
     * @throws UnreadableList if it has no header by which people can be found
     */
    public static CsvParts.Layout layout(ListSource source) throws IOException {
        return CsvParts.layout(source, new PersonReader(source.name()));
    }

    /** The cells of a row of a table, and the line that it would have in a file. */
    public record Cells(long line, List<String> cells) {
        /** Tells the row as a reader of files would. */
        public void tell(RowHandler handler) {
            handler.beginRow(line);
            for (int i = 0; i < cells.size(); i++) {
                char[] text = cells.get(i).toCharArray();
                handler.cell(i, text, 0, text.length);
            }
            handler.endRow();
        }
    }

    /** A table whose columns a reader cannot use. */
    public static UnreadableList unknown(Path name, List<String> header, RowHandler reader) {
        return new UnreadableList(
                name, 0, "the columns are " + String.join(", ", header), "There must be " + reader.expectedHeader());
    }

    /**
     * Takes people from a table that lies in no file; they are understood just as those of a file. Rows without a key go by their number.
     *
     * @param name what messages call the table
     * @param header names of its columns
     * @throws UnreadableList if nobody can be found by these columns
     */
    public static PersonList ofTable(Path name, List<String> header, Iterator<Cells> rows) {
        PersonReader reader = new PersonReader(name);
        if (!reader.header(1, header)) {
            throw unknown(name, header, reader);
        }
        while (rows.hasNext()) {
            rows.next().tell(reader);
        }
        return reader.list();
    }

    /** A part of a list. */
    public record Part(PersonList people, CsvParts.Read read) {}

    /** Reads a part of a csv list of people; rows without a key go by their number within the part, see {@link RowKeys#after}. */
    public static Part readPart(ListSource source, CsvParts.Layout layout, CsvParts.Part part) throws IOException {
        PersonReader reader = new PersonReader(source.name());
        CsvParts.Read read = CsvParts.read(source, layout, part, reader);
        return new Part(reader.list(), read);
    }
}
