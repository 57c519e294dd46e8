package org.doudi.linkage.person;

import java.io.IOException;
import java.nio.file.Path;
import org.doudi.linkage.table.CsvParts;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.ListSource;
import org.doudi.linkage.table.ReadList;
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

    /** A part of a list. */
    public record Part(PersonList people, CsvParts.Read read) {}

    /** Reads a part of a csv list of people; rows without a key go by their number within the part, see {@link RowKeys#after}. */
    public static Part readPart(ListSource source, CsvParts.Layout layout, CsvParts.Part part) throws IOException {
        PersonReader reader = new PersonReader(source.name());
        CsvParts.Read read = CsvParts.read(source, layout, part, reader);
        return new Part(reader.list(), read);
    }
}
